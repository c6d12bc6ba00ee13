import type { Address } from '@shared/order/shapes';
import { useState } from 'react';
import { AddressBook } from '@/features/order/AddressBook';
import { AddressForm } from '@/features/order/AddressForm';
import type { AddressDraft } from '@/features/order/addressProblems';
import { chooseAddress } from '@/features/order/chosenAddress';
import { useAddresses } from '@/features/order/useAddresses';
import { goBack, useRouteParams } from '@/platform/navigate';
import { newId } from '@/platform/newId';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** The address book; opened by a checkout, it also chooses. */
export default function AddressesPage() {
  const choosing = useRouteParams('addresses').choose === 'yes';
  const [editing, edit] = useState<AddressDraft>();
  const { book, saving, removing } = useAddresses((addressId) => {
    edit(undefined);
    if (choosing) choose(addressId);
  });
  const addresses = book.data?.addresses;

  function choose(addressId: string): void {
    chooseAddress(addressId);
    goBack();
  }
  const add = () => edit(newAddress(addresses?.length === 0));
  const tap = (address: Address) => (choosing ? choose(address.addressId) : edit(address));

  if (book.loading)
    return (
      <Screen>
        <SkeletonList />
      </Screen>
    );
  if (!addresses)
    return (
      <Screen>
        <ErrorBlank onRetry={() => void book.refresh()} />
      </Screen>
    );
  return (
    <Screen
      bar={
        <Button id="address-add" icon="plus" wide onPress={add}>
          新增收货地址
        </Button>
      }
    >
      {addresses.length === 0 && <Blank icon="pin" title="还没有收货地址" text="添加一个，下单更快" />}
      <AddressBook addresses={addresses} onTap={tap} onEdit={edit} onRemove={(address) => void removing.run(address)} />
      {editing && (
        <AddressForm
          key={editing.addressId}
          start={editing}
          isNew={!addresses.some(({ addressId }) => addressId === editing.addressId)}
          busy={saving.busy}
          onSave={(address) => void saving.run(address)}
          onClose={() => edit(undefined)}
        />
      )}
    </Screen>
  );
}

const newAddress = (isFirst: boolean): AddressDraft => ({
  addressId: newId(),
  name: '',
  phone: '',
  region: [],
  detail: '',
  isDefault: isFirst,
});
