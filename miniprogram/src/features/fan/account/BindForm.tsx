import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import './BindForm.scss';

interface BindFormProps {
  /** The account that is bound, whose secret was changed at WeChat. */
  appId?: string;
  busy: boolean;
  onBind(credentials: { appId: string; appSecret: string }): void;
}

/** Binds an account by its own credentials, and says where they are found. */
export function BindForm({ appId: known, busy, onBind }: BindFormProps) {
  const [appId, setAppId] = useState(known ?? '');
  const [appSecret, setAppSecret] = useState('');
  const [tried, setTried] = useState(false);
  const problems = {
    appId: /^wx[0-9a-f]{16}$/.test(appId.trim()) ? undefined : 'wx 开头，共 18 位',
    appSecret: /^[0-9a-f]{32}$/.test(appSecret.trim()) ? undefined : '32 位小写字母和数字',
  };
  const bind = () => {
    setTried(true);
    if (!problems.appId && !problems.appSecret) onBind({ appId: appId.trim(), appSecret: appSecret.trim() });
  };
  return (
    <Panel title={known ? '换了 AppSecret' : '绑定公众号'}>
      <Text className="bind-form__text">
        登录 mp.weixin.qq.com，在「设置与开发 → 基本配置」里能看到 AppID；AppSecret 只在重置时显示一次。
      </Text>
      <View className="bind-form__fields">
        <Field label="AppID" problem={tried ? problems.appId : undefined}>
          <TextInput
            id="account-app-id"
            label="AppID"
            value={appId}
            placeholder="wx…"
            maxLength={18}
            onChange={setAppId}
          />
        </Field>
        <Field label="AppSecret" problem={tried ? problems.appSecret : undefined}>
          <TextInput
            id="account-secret"
            label="AppSecret"
            value={appSecret}
            placeholder="32 位"
            maxLength={32}
            onChange={setAppSecret}
          />
        </Field>
      </View>
      <Text className="bind-form__text">AppSecret 加密保存，之后谁也看不到；随时可以解除绑定。</Text>
      <Button id="bind-account" wide busy={busy} onPress={bind}>
        {known ? '更新' : '绑定'}
      </Button>
    </Panel>
  );
}
