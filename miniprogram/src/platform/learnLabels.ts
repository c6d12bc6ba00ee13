import { mergeInternalComponents } from '@tarojs/shared';
import { labelledComponents } from './labelledComponents';

// Runs before the app, put there by config/ariaPlugin.ts.
mergeInternalComponents(labelledComponents);
