/** The app id of the mini program on this emulator: 'wx' and sixteen hexadecimal digits, as WeChat's are. */
export const localAppId = 'wx6d65696469616e00';
