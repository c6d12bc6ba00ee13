/**
 * The answer of something that WeChat asks the person for, or `undefined` when they left it or forbade it. Any other
 * failure is thrown.
 */
export async function unlessCancelled<Given>(asking: Promise<Given>): Promise<Given | undefined> {
  try {
    return await asking;
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    if (/cancel|auth den/.test(errMsg)) return undefined;
    throw error;
  }
}
