import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Panel } from '@/ui/Panel';
import { Screen } from '@/ui/Screen';
import { problemText } from './problemText';
import './SheetPage.scss';
import { type Preview, useSheetImport } from './useSheetImport';

/** A shop's goods as a sheet: out, and in again, with all that an import would change shown before. */
export function SheetPage({ shopId }: { shopId: string }) {
  const sheet = useSheetImport(shopId);
  const { preview, file } = sheet;
  const isRight = preview?.problemCount === 0 && preview.changes.length > 0;
  const bar = isRight && (
    <Button id="import-go" wide busy={sheet.bringing} onPress={sheet.bring}>
      {sheet.written ? `已导入 ${sheet.written} 件…` : `导入 ${preview.changes.length} 件商品`}
    </Button>
  );
  return (
    <Screen {...(bar && { bar })}>
      <Panel title="导出">
        <Text className="sheet-page__hint">
          一行一个规格，用表格软件打开修改。编号不要动；库存只对新规格有用，已有的请用盘点。
        </Text>
        <Button id="export-go" kind="second" wide busy={sheet.handing} onPress={sheet.hand}>
          导出全部商品
        </Button>
      </Panel>
      <Panel title="导入">
        <Text className="sheet-page__hint">
          CSV 文件，UTF-8 或 GBK，最多 500 行。先给您看会改什么；有一处不对，就什么都不改。
        </Text>
        <Button id="choose-sheet" kind="second" wide busy={sheet.choosing} onPress={sheet.choose}>
          {file ? '换一个文件' : '选择文件'}
        </Button>
      </Panel>
      {sheet.written !== undefined && !preview && (
        <Panel>
          <View id="import-done" className="sheet-page__done" role="status">
            <Icon name="check" />
            <Text>{`导入好了，写了 ${sheet.written} 件。新商品先放在下架里，配好图片再上架。`}</Text>
          </View>
        </Panel>
      )}
      {preview && <Problems preview={preview} />}
      {preview && <Changes preview={preview} />}
    </Screen>
  );
}

function Problems({ preview: { problems, problemCount } }: { preview: Preview }) {
  if (problemCount === 0) return null;
  return (
    <Panel title={`${problemCount} 处要改`}>
      {problems.map(({ row, column, because }) => (
        <View key={`${row} ${column} ${because}`} className="sheet-page__problem">
          <Text className="sheet-page__place">{column ? `第 ${row} 行 ${column}` : `第 ${row} 行`}</Text>
          <Text className="sheet-page__because">{problemText[because]}</Text>
        </View>
      ))}
      {problemCount > problems.length && <Text className="sheet-page__hint">改好这些再看其余的</Text>}
    </Panel>
  );
}

function Changes({ preview: { rows, changes, same, stockIgnored } }: { preview: Preview }) {
  const facts = [
    `共 ${rows} 行`,
    same > 0 && `${same} 件没有变化`,
    stockIgnored > 0 && `${stockIgnored} 个规格的库存和店里不同，不会改`,
  ];
  return (
    <Panel title={changes.length > 0 ? `会改 ${changes.length} 件` : '没有要改的'}>
      <Text id="import-facts" className="sheet-page__hint">
        {facts.filter(Boolean).join('，')}
      </Text>
      {changes.map(({ productId, name, kind, skus, columns }) => (
        <View key={productId} className="sheet-page__change">
          <Text className="sheet-page__name">{name}</Text>
          <Text className="sheet-page__what">{kind === 'new' ? `新商品，${skus} 个规格` : columns.join('、')}</Text>
        </View>
      ))}
    </Panel>
  );
}
