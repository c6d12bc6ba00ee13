/** What a keyboard expects of a dialog while it is open; phones have none, so there is nothing to do. */
export function useDialog(_open: boolean, _onClose: () => void): void {}
