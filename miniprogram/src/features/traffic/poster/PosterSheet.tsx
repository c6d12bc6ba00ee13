import { Canvas, Image, Text, View } from '@tarojs/components';
import { hasSettings, openSettings } from '@/platform/openSettings';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { Skeleton } from '@/ui/Skeleton';
import type { PosterSubject } from './posterSubject';
import { usePoster } from './usePoster';
import './PosterSheet.scss';

const canvasId = 'poster-canvas';

/** A poster, to be saved and sent or printed. */
export function PosterSheet({ subject, onClose }: { subject: PosterSubject; onClose(): void }) {
  const { address, because, failed, saving, forbidden, save, retry } = usePoster(subject, canvasId);
  const bar = (
    <Button id="poster-save" wide disabled={!address} busy={saving} onPress={save}>
      保存到相册
    </Button>
  );
  return (
    <Sheet open title={subject.title} onClose={onClose} bar={bar}>
      <View className="poster">
        {/* WeChat paints on what is on the page; the picture that comes of it is shown. */}
        <Canvas type="2d" id={canvasId} canvasId={canvasId} className="poster__canvas" />
        {address && (
          <Image id="poster" className="poster__picture" src={address} mode="aspectFit" showMenuByLongpress />
        )}
        {!address && because && <Blank icon="qr" title="海报还做不出来" text={because} />}
        {!address && !because && (failed ? <ErrorBlank onRetry={retry} /> : <Skeleton width="260px" height="407px" />)}
        {forbidden && <Forbidden />}
      </View>
    </Sheet>
  );
}

/** The album was forbidden once: says how to allow it, and how to do without. */
function Forbidden() {
  return (
    <View id="poster-forbidden" className="poster__forbidden" role="alert">
      <Text>还没有允许保存到相册。可以去设置里打开，或长按海报直接发送。</Text>
      {hasSettings && (
        <Button id="poster-settings" size="s" kind="second" onPress={() => void openSettings()}>
          去设置
        </Button>
      )}
    </View>
  );
}
