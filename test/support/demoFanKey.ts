/** `FAN_KEY` of the demo world, wherever it runs on a laptop; production has one of its own. */
export const demoFanKey = 'the fans of the demo world are nobody';
