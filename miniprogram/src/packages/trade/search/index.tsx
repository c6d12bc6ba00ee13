import { Text, View } from '@tarojs/components';
import { homeShopId } from '@/features/shop/homeShopId';
import { ProductGrid, ProductGridSkeleton } from '@/features/shop/ProductGrid';
import { useProductSearch } from '@/features/shop/useProductSearch';
import { useRouteParams } from '@/platform/navigate';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { IconButton } from '@/ui/Button';
import { Pressable } from '@/ui/Pressable';
import { Screen } from '@/ui/Screen';
import { SearchBox } from '@/ui/SearchBox';
import './index.scss';

type Search = ReturnType<typeof useProductSearch>;

/** Finds products of a shop by words. */
export default function SearchPage() {
  const { shopId = homeShopId, words = '' } = useRouteParams('search');
  const search = useProductSearch(shopId, words);
  useReachEnd(search.found.loadMore);
  return (
    <Screen>
      <View className="search__bar">
        <SearchBox
          label="搜索商品"
          placeholder="想找点什么？"
          value={search.typed}
          focus={words === ''}
          onType={search.type}
          onSearch={search.search}
        />
      </View>
      {search.words === '' ? <Ideas search={search} /> : <Results search={search} />}
    </Screen>
  );
}

/** What to search for: the last searches on this phone, and the shop's categories. */
function Ideas({ search }: { search: Search }) {
  const { recent, categories } = search;
  return (
    <View className="search__ideas">
      {recent.length > 0 && (
        <View className="search__head">
          <Text>最近搜索</Text>
          <IconButton icon="trash" size={18} label="清空最近搜索" onPress={search.forgetRecent} />
        </View>
      )}
      <Words words={recent} onTap={search.search} />
      {categories.length > 0 && (
        <View className="search__head">
          <Text>大家常逛</Text>
        </View>
      )}
      <Words words={categories.map(({ name }) => name)} onTap={search.search} />
    </View>
  );
}

function Words({ words, onTap }: { words: readonly string[]; onTap(word: string): void }) {
  return (
    <View className="search__words">
      {words.map((word) => (
        <Pressable key={word} className="search__word" onPress={() => onTap(word)}>
          {word}
        </Pressable>
      ))}
    </View>
  );
}

function Results({ search }: { search: Search }) {
  const { words, found, products } = search;
  if (found.loading) return <ProductGridSkeleton />;
  if (!products) return <ErrorBlank onRetry={() => void found.refresh()} />;
  if (products.length === 0)
    return (
      <>
        <Blank icon="search" title={`没有找到“${words}”`} text="换个词试试，或者看看这些" />
        <View className="search__others">
          <Words words={search.categories.map(({ name }) => name)} onTap={search.search} />
        </View>
      </>
    );
  return <ProductGrid products={products} end={found.end} onMore={found.loadMore} />;
}
