import { silence, type Work } from './asyncApi';

/** Where the phone is, or what keeps it from saying so; `silent` never answers. Degrees, GCJ-02. */
export type PhoneLocation = { longitude: number; latitude: number } | 'denied' | 'off' | 'timeout' | 'silent';

/** What WeChat's own map was asked to show. */
export interface OpenedLocation {
  longitude: number;
  latitude: number;
  name: string;
  address: string;
}

/** What a phone knows of places. */
export interface PlaceHost {
  /** What the person and the phone answer when a place is asked for. */
  answers: { location: PhoneLocation; chosenLocation: OpenedLocation | 'cancel' };
  openedLocations: OpenedLocation[];
  /** `requiredPrivateInfos` of `app.json`. */
  declaredApis: readonly string[];
}

/** `wx`, as far as it is about places. An API that `app.json` does not declare fails as in WeChat. */
export function locationApis(host: PlaceHost): Record<string, Work> {
  const declared = (api: string, work: Work): Work => {
    if (host.declaredApis.includes(api)) return work;
    const errMsg = `${api}:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json`;
    return () => {
      throw { errMsg };
    };
  };
  return {
    getFuzzyLocation: declared('getFuzzyLocation', () => located('getFuzzyLocation', host.answers.location)),
    getLocation: declared('getLocation', () => located('getLocation', host.answers.location)),
    chooseLocation: declared('chooseLocation', () => {
      const chosen = host.answers.chosenLocation;
      if (chosen === 'cancel') throw { errMsg: 'chooseLocation:fail cancel' };
      return chosen;
    }),
    openLocation: (place: OpenedLocation) => void host.openedLocations.push(place),
    openSetting: () => ({ authSetting: {} }),
  };
}

function located(api: string, location: PhoneLocation): object | typeof silence {
  if (location === 'silent') return silence;
  if (typeof location === 'object') return location;
  throw { errMsg: `${api}:fail ${refusals[location]}` };
}

/** In WeChat's words. */
const refusals = {
  denied: 'auth deny',
  off: 'ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF',
  timeout: 'timeout',
};
