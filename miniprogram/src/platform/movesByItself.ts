/** Whether a screen may move without being touched. WeChat does not tell what people set for their phone, so it may. */
export const movesByItself = (): boolean => true;
