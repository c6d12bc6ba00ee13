import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { canScanCode, scanCode } from '@/platform/scanCode';
import { useAction } from '@/platform/useAction';
import { Button } from '@/ui/Button';
import { TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import type { useHandOver } from './useHandOver';
import './VerifySheet.scss';

/** Takes the ten digits that a shopper shows at the counter: typed, or read by the camera. */
export function VerifySheet({ handOver }: { handOver: ReturnType<typeof useHandOver> }) {
  const { busy, problem, verify, close } = handOver;
  const [typed, type] = useState('');
  const code = typed.replace(/\D/g, '');
  const scanning = useAction(async () => {
    const scanned = await scanCode();
    if (scanned !== undefined) type(scanned);
  });
  const whole = code.length === 10;
  return (
    <Sheet
      open
      title="核销自提"
      onClose={close}
      bar={
        <>
          {canScanCode && (
            <Button kind="second" icon="scan" busy={scanning.busy} onPress={() => void scanning.run()}>
              扫一扫
            </Button>
          )}
          <Button id="verify-confirm" wide busy={busy} disabled={!whole} onPress={() => void verify(code)}>
            {whole ? '核销，交给顾客' : `还差 ${Math.max(0, 10 - code.length)} 位`}
          </Button>
        </>
      }
    >
      <View className="verify">
        <Text className="verify__hint">请输入顾客出示的 10 位取货码</Text>
        <View className="verify__code">
          <TextInput
            id="verify-code"
            label="取货码"
            type="number"
            value={typed}
            placeholder="0000 000 000"
            maxLength={12}
            focus
            onChange={type}
          />
        </View>
        {problem?.code === code && (
          <View className="verify__problem" role="alert">
            {problem.text}
          </View>
        )}
      </View>
    </Sheet>
  );
}
