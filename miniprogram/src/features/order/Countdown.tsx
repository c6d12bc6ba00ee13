import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { countdownText } from './countdownText';

/** Counts down to `until` (milliseconds since 1970), second by second; `onEnd` runs once when it is over. */
export function Countdown({ until, onEnd }: { until: number; onEnd(): void }) {
  const [now, setNow] = useState(() => Date.now());
  const over = now >= until;

  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [over]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the end comes once, whoever is told of it.
  useEffect(() => {
    if (over) onEnd();
  }, [over]);

  return <Text className="countdown">{countdownText(until - now)}</Text>;
}
