/** Whether a tap is being told to the mini program at this moment: some of WeChat's APIs are for that moment alone. */
export class Gesture {
  #isTap = false;

  get isTap(): boolean {
    return this.#isTap;
  }

  /** Tells the mini program of an event, `tap` or any other, by calling what is bound to it. */
  tell(type: string, call: () => void): void {
    const before = this.#isTap;
    this.#isTap = type === 'tap';
    try {
      call();
    } finally {
      this.#isTap = before;
    }
  }
}
