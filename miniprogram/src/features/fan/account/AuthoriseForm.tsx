import { Text, View } from '@tarojs/components';
import { copyText } from '@/platform/copyText';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { QrCode } from '@/ui/QrCode';
import './BindForm.scss';
import type { useBinding } from './useBinding';

type Account = Pick<ReturnType<typeof useBinding>, 'authorise' | 'authorisation' | 'finish'>;

/** Binds an account without its secret: its administrator agrees at WeChat, on a page that a code or a link opens. */
export function AuthoriseForm({ account: { authorise, authorisation, finish } }: { account: Account }) {
  return (
    <Panel title="公众号授权">
      <Text className="bind-form__text">
        不用找 AppSecret：公众号管理员在微信里同意一次即可。随时可以在公众平台取消授权，会员福利随即停止。
      </Text>
      {authorisation ? (
        <View id="authorise-steps">
          <View className="bind-form__code">
            <QrCode text={authorisation.url} label="授权公众号的二维码" />
          </View>
          <Text className="bind-form__text">
            请公众号管理员用微信扫码，或把链接发给管理员在微信里打开，半小时内有效。
          </Text>
          <View className="bind-form__deeds">
            <Button id="authorise-copy" wide kind="second" onPress={() => void copyText(authorisation.url)}>
              复制授权链接
            </Button>
            <Button id="authorise-done" wide busy={finish.busy} onPress={() => void finish.run()}>
              管理员已同意
            </Button>
          </View>
        </View>
      ) : (
        <Button id="authorise-account" wide busy={authorise.busy} onPress={() => void authorise.run()}>
          去授权
        </Button>
      )}
    </Panel>
  );
}
