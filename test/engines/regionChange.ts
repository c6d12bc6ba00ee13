import { Event } from 'miniprogram-exparser';

/** The event of a `<map>` whose view begins or ends to change: bound as `regionchange`, while its type says which of both. */
export function regionChange(phase: 'begin' | 'end', causedBy: 'gesture' | 'drag' | 'scale' | 'update'): unknown {
  const event = Event.create('regionchange', { causedBy, type: phase }, { extraFields: { causedBy } }) as object;
  let asked = 0;
  // The engine looks once by which name the event is bound; whoever asks then is the handler.
  const type = () => {
    asked += 1;
    return asked === 1 ? 'regionchange' : phase;
  };
  return Object.defineProperty(event, 'type', { get: type });
}
