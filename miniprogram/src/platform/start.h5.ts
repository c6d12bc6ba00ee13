import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/500.css';
import '@fontsource/noto-sans-sc/700.css';
import './chrome.h5.scss';

/** In a browser, fonts and the bars that WeChat draws itself are ours to bring; there is nothing to connect to. */
export function start(): void {}
