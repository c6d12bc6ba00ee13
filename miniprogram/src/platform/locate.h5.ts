import { gcj02 } from './gcj02';
import { blurred, type Located, locateLimit } from './Located';
import { locationChoice } from './locationChoice';

/** The same as in `locate.ts`, from the browser. It measures in WGS-84, our maps are GCJ-02. */
export function locate(): Promise<Located> {
  if (locationChoice === 'none') return Promise.resolve({ because: 'notAsked' });
  const precise = locationChoice === 'precise';
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const place = gcj02([coords.longitude, coords.latitude]);
        resolve({ place: precise ? place : blurred(place) });
      },
      ({ code }) => resolve({ because: reasons[code] ?? 'timeout' }),
      { enableHighAccuracy: precise, timeout: locateLimit, maximumAge: 0 },
    );
  });
}

/** By the codes of GeolocationPositionError. */
const reasons: Record<number, 'denied' | 'off' | 'timeout'> = { 1: 'denied', 2: 'off', 3: 'timeout' };
