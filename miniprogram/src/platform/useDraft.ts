import { useRef, useState } from 'react';
import { remember, remembered } from './remembered';

/** What was typed and not yet sent, and how it changes. */
type Kept<Draft> = readonly [draft: Draft, change: (next: (before: Draft) => Draft) => void];

/** What is written in more than one visit, by what it is. */
type DraftKey = 'address' | 'checkout' | 'comment';

/**
 * State that outlives its page, the mini program and the network: it is kept on this phone until `forgetDraft`.
 * `about` says what it belongs to, say an article; whoever writes about something else begins with `start`.
 */
export function useDraft<Draft extends object>(key: DraftKey, about: string, start: () => Draft): Kept<Draft> {
  const [draft, show] = useState(() => keptDraft(key, about, start()));
  const latest = useRef(draft);
  const change = (next: (before: Draft) => Draft) => {
    latest.current = next(latest.current);
    show(latest.current);
    remember(storageKey(key), [about, JSON.stringify(latest.current)]);
  };
  return [draft, change];
}

/** It was sent: the next one begins anew. */
export const forgetDraft = (key: DraftKey): void => remember(storageKey(key), []);

const storageKey = (key: DraftKey): string => `draft-${key}`;

/** What is kept, if it is about this and has the form that drafts have today. */
function keptDraft<Draft extends object>(key: DraftKey, about: string, start: Draft): Draft {
  const [keptAbout, text = ''] = remembered(storageKey(key));
  if (keptAbout !== about) return start;
  try {
    const kept = JSON.parse(text) as Record<string, unknown>;
    const isWhole = Object.entries(start).every(([name, value]) => typeof kept[name] === typeof value);
    return isWhole ? (kept as Draft) : start;
  } catch {
    return start;
  }
}
