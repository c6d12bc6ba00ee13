import { View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { LongList } from '@/ui/LongList';
import { SearchBox } from '@/ui/SearchBox';
import { SkeletonList } from '@/ui/Skeleton';
import './CustomerList.scss';
import { CustomerFilterSheet } from './CustomerFilterSheet';
import { CustomerRow } from './CustomerRow';
import { type Customers, useCustomers } from './useCustomers';

/** A shop's customers, whoever paid or came last first, to be searched and narrowed. */
export function CustomerList({ shopId }: { shopId: string }) {
  const customers = useCustomers(shopId);
  const { list, typed, type, search, filter, filtering, openFilter, closeFilter, choose } = customers;
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);
  const chosen = Object.keys(filter).length;
  return (
    <View>
      <SearchBox label="搜索客户" placeholder="姓名、标签、手机尾号" value={typed} onType={type} onSearch={search} />
      <View className="customer-list__bar">
        <Button id="customer-filter" size="s" kind="second" onPress={openFilter}>
          {chosen > 0 ? `筛选 · ${chosen}` : '筛选'}
        </Button>
        <Button id="open-campaigns" size="s" kind="quiet" icon="message" onPress={() => open('campaigns', { shopId })}>
          群发
        </Button>
      </View>
      <Found customers={customers} shopId={shopId} />
      {filtering && <CustomerFilterSheet filter={filter} onChoose={choose} onClose={closeFilter} />}
    </View>
  );
}

function Found({ customers: { list, words, filter }, shopId }: { customers: Customers; shopId: string }) {
  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const shown = list.pages.flatMap((page) => page.customers);
  if (shown.length === 0 && list.end === 'end') {
    return words || Object.keys(filter).length > 0 ? (
      <Blank icon="search" title="没有这样的客户" text="换个说法，或放宽筛选" />
    ) : (
      <Blank icon="user" title="还没有客户" text="有人下单或关注公众号，一分钟内就会出现在这里" />
    );
  }
  return (
    <LongList
      frame="panel"
      rows={shown}
      row={(customer) => (
        <CustomerRow
          key={customer.customerId}
          customer={customer}
          onOpen={() => open('customer', { shopId, customerId: customer.customerId })}
        />
      )}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}
