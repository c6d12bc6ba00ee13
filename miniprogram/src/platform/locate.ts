import Taro from '@tarojs/taro';
import { blurred, type Located, locateLimit } from './Located';
import { locationChoice } from './locationChoice';
import { withinTime } from './withinTime';

/** Asks WeChat where the person is, as exactly as this build may know. The place is kept nowhere. */
export async function locate(): Promise<Located> {
  if (locationChoice === 'none') return { because: 'notAsked' };
  try {
    const { longitude, latitude } = await withinTime(
      locationChoice === 'fuzzy' ? Taro.getFuzzyLocation({ type: 'gcj02' }) : Taro.getLocation({ type: 'gcj02' }),
      locateLimit,
    );
    return { place: locationChoice === 'fuzzy' ? blurred([longitude, latitude]) : [longitude, latitude] };
  } catch (error) {
    return { because: reasonOf(error) };
  }
}

function reasonOf(error: unknown): 'denied' | 'off' | 'timeout' {
  const { errMsg = '' } = error as { errMsg?: string };
  // Of the phone, not of the person: “fail system permission denied” comes before “denied”.
  if (/system permission|LOCATIONSWITCHOFF|ERROR_NOCELL|locationEnabled/i.test(errMsg)) return 'off';
  if (/auth|den(y|ied)|privacy/i.test(errMsg)) return 'denied';
  return 'timeout';
}
