import { MyFavourites } from '@/features/content/MyFavourites';
import { Screen } from '@/ui/Screen';

/** The articles that the person keeps. */
export default function FavouritesPage() {
  return (
    <Screen>
      <MyFavourites />
    </Screen>
  );
}
