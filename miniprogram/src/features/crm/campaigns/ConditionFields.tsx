import { rfmClasses } from '@shared/crm/rfm';
import { Text, View } from '@tarojs/components';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { classText } from '../customerText';
import { refusalText } from '../refusalText';
import { type Conditions, fenOfYuan, withCondition } from './campaignDraft';
import './CampaignForm.scss';

interface ConditionFieldsProps {
  shopId: string;
  conditions: Conditions;
  onChange(conditions: Conditions): void;
}

const any = { key: 'any', text: '不限' } as const;
const followChoices = [any, { key: 'yes', text: '已关注' }, { key: 'no', text: '未关注' }] as const;
const classChoices = [any, ...rfmClasses.map((key) => ({ key, text: classText[key] }))];
const quietChoices = [any, ...['30', '60', '90'].map((key) => ({ key, text: `${key} 天没来` }))];
const amountChoices = [any, ...['100', '500', '1000'].map((key) => ({ key, text: `消费满 ${key} 元` }))];

/** Chooses a segment by conditions, with how many it holds; saved ones are a tap away. */
export function ConditionFields({ shopId, conditions, onChange }: ConditionFieldsProps) {
  const { follows, classes, notBoughtForDays, amountAtLeast } = conditions;
  const change = (field: keyof Conditions, chosen: Conditions | undefined) =>
    onChange(withCondition(conditions, field, chosen));
  return (
    <View>
      <SavedSegments shopId={shopId} conditions={conditions} onChange={onChange} />
      <Choices
        id="segment-follows"
        choices={followChoices}
        chosen={follows === undefined ? 'any' : follows ? 'yes' : 'no'}
        onChoose={(key) => change('follows', key === 'any' ? undefined : { follows: key === 'yes' })}
      />
      <Choices
        id="segment-class"
        choices={classChoices}
        chosen={classes?.[0] ?? 'any'}
        onChoose={(key) => change('classes', key === 'any' ? undefined : { classes: [key] })}
      />
      <Choices
        id="segment-quiet"
        choices={quietChoices}
        chosen={String(notBoughtForDays ?? 'any')}
        onChoose={(key) => change('notBoughtForDays', key === 'any' ? undefined : { notBoughtForDays: Number(key) })}
      />
      <Choices
        id="segment-amount"
        choices={amountChoices}
        chosen={amountAtLeast === undefined ? 'any' : String(amountAtLeast / 100)}
        onChoose={(key) =>
          change('amountAtLeast', key === 'any' ? undefined : { amountAtLeast: fenOfYuan(Number(key)) })
        }
      />
    </View>
  );
}

/** The shop's saved segments, and saving the conditions that are chosen as another one. */
function SavedSegments({ shopId, conditions, onChange }: ConditionFieldsProps) {
  const { data, refresh } = useCall('crm.listSegments', { shopId });
  const segments = data?.segments ?? [];
  const chosen = segments.find((segment) => JSON.stringify(segment.conditions) === JSON.stringify(conditions));
  const save = useAction(async () => {
    const name = `人群 ${segments.length + 1}`;
    const reply = await call('crm.saveSegment', { shopId, segmentId: newId(), name, conditions });
    showSnack({ text: reply.ok ? `已存为「${name}」` : refusalText(reply.refusal) });
    await refresh();
  });
  return (
    <View>
      {segments.length > 0 && (
        <Choices
          id="segment-saved"
          choices={segments.map(({ segmentId, name }) => ({ key: segmentId, text: name }))}
          chosen={chosen?.segmentId ?? ''}
          onChoose={(key) => {
            const segment = segments.find(({ segmentId }) => segmentId === key);
            if (segment) onChange(segment.conditions);
          }}
        />
      )}
      <SegmentCount shopId={shopId} conditions={conditions} />
      {!chosen && Object.keys(conditions).length > 0 && (
        <Button
          id="segment-save"
          size="s"
          kind="quiet"
          icon="bookmark"
          busy={save.busy}
          onPress={() => void save.run()}
        >
          存下这群人
        </Button>
      )}
    </View>
  );
}

function SegmentCount({ shopId, conditions }: { shopId: string; conditions: Conditions }) {
  const { data } = useCall('crm.countSegment', { shopId, conditions }, { keepBefore: true });
  if (!data) return <Text className="campaign-form__hint">正在数…</Text>;
  const { count, exact } = data;
  return (
    <Text id="segment-count" className="campaign-form__hint">
      {exact ? `共 ${count} 人` : `大约 ${count} 人`}
    </Text>
  );
}
