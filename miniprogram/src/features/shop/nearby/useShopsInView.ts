import { useEffect, useState } from 'react';
import { call } from '@/platform/call';
import { type InView, InViewLoader } from './InViewLoader';

/** Shops and clusters for a map; see `InViewLoader` for when they are asked for. */
export function useShopsInView() {
  const [inView, setInView] = useState<InView>({ features: undefined, state: 'ready' });
  const [loader] = useState(() => new InViewLoader(featuresOf, setInView));
  useEffect(() => () => loader.stop(), [loader]);
  return { inView, loader };
}

async function featuresOf(view: Parameters<InViewLoader['look']>[0]) {
  const answer = await call('shop.countShopsInView', { view });
  if (!answer.ok) throw new Error(`countShopsInView was refused: ${answer.refusal.code}`);
  return answer.value;
}
