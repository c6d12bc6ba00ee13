import Taro from '@tarojs/taro';

/** Asks before something that cannot be undone; resolves to whether the person agreed. */
export async function ask(question: { title: string; text: string; agree: string; keep: string }): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: question.title,
    content: question.text,
    confirmText: question.agree,
    cancelText: question.keep,
    confirmColor: '#b5301f',
  });
  return confirm;
}
