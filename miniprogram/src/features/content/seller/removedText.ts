import type { Output } from '@shared/contract';

type Removed = Output<'content.saveArticle'>['removed'];

/** What was taken out of a text so that it is safe, for its seller: `2 处脚本、1 个外部链接`. Empty when nothing was. */
export const removedText = (removed: Removed): string =>
  removed.map(({ what, count }) => `${count} ${words[what]}`).join('、');

const words: Record<Removed[number]['what'], string> = {
  script: '处脚本',
  handler: '处脚本',
  style: '处样式',
  link: '个不安全的链接',
  frame: '个嵌入内容',
  picture: '张外站图片',
  tag: '处不支持的格式',
};
