import type { Input } from '@shared/contract';
import { useState } from 'react';
import { usePages } from '@/platform/usePages';

/** What a list of customers is narrowed by; what is absent does not matter. */
export type CustomerFilter = Omit<Input<'crm.findCustomers'>, 'shopId' | 'words' | 'after'>;

/** A shop's customers: what is typed, what is filtered, and the list of it. */
export function useCustomers(shopId: string) {
  const [typed, type] = useState('');
  const [words, search] = useState('');
  const [filter, setFilter] = useState<CustomerFilter>({});
  const [filtering, setFiltering] = useState(false);
  const list = usePages('crm.findCustomers', { shopId, ...filter, ...(words && { words }) });
  return {
    ...{ list, typed, type, words, filter, filtering },
    search: (wanted: string) => search(wanted.trim()),
    openFilter: () => setFiltering(true),
    closeFilter: () => setFiltering(false),
    choose: setFilter,
  };
}

/** All that the page shows. */
export type Customers = ReturnType<typeof useCustomers>;
