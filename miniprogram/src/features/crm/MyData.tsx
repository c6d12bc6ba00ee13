import { Text } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import './MyData.scss';
import { useMyData } from './useMyData';

/** Taking along what is known of oneself, and having it deleted. */
export function MyData() {
  const { copy, remove } = useMyData();
  return (
    <>
      <Panel title="我的数据">
        <Text className="my-data__text">
          订单、地址、购物车、优惠券、评论、浏览记录：所有店里关于您的记录，一份带走。
        </Text>
        <Button id="copy-my-data" wide kind="second" icon="copy" busy={copy.busy} onPress={() => void copy.run()}>
          复制我的全部数据
        </Button>
      </Panel>
      <Panel title="注销账号">
        <Text className="my-data__text">
          删除所有店里关于您的记录，不能恢复。法律要求保留三年的订单会去掉姓名、电话和地址，再也认不出是谁的。没用完的优惠券会作废。
        </Text>
        <Button id="delete-me" wide kind="second" busy={remove.busy} onPress={() => void remove.run()}>
          注销账号
        </Button>
      </Panel>
    </>
  );
}
