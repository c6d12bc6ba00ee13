import { blocksOfHtml } from './blocksOfHtml';

test('a page of an official account becomes text and pictures, in their order', () => {
  const html =
    '<section><p style="color:red">头伏天</p><p><img data-src="http://mmbiz.qpic.cn/a/640?wx_fmt=jpeg&amp;x=1" data-w="1080" data-ratio="0.75" alt="晒醋"></p><p>一晒就是<b>一年</b></p></section>';
  expect(blocksOfHtml(html)).toEqual({
    blocks: [
      { kind: 'text', html: '<p class="rich-p">头伏天</p>' },
      {
        kind: 'picture',
        picture: 'https://mmbiz.qpic.cn/a/640?wx_fmt=jpeg&x=1',
        width: 1080,
        height: 810,
        caption: '晒醋',
      },
      { kind: 'text', html: '<p class="rich-p">一晒就是<strong class="rich-strong">一年</strong></p>' },
    ],
    removed: [{ what: 'style', count: 1 }],
  });
});

test('a picture from anywhere else is taken out, and told', () => {
  const html = '<p>醋</p><img src="https://evil.example/track.gif"><img src="data:image/png;base64,AAAA">';
  expect(blocksOfHtml(html)).toEqual({
    blocks: [{ kind: 'text', html: '<p class="rich-p">醋</p>' }],
    removed: [{ what: 'picture', count: 2 }],
  });
});

test('more than an article may hold is too long', () => {
  expect(blocksOfHtml(`<p>${'醋'.repeat(20_001)}</p>`)).toBe('tooLong');
  expect(blocksOfHtml('<p>a</p><img src="https://mmbiz.qpic.cn/a/1">'.repeat(40))).toBe('tooLong');
});
