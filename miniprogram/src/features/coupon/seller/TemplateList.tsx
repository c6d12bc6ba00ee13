import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { TemplateCard } from './TemplateCard';
import type { useTemplates } from './useTemplates';

/** A shop's coupons with how many are out and spent; `mayEdit` for the owner. */
export function TemplateList({ templates, mayEdit }: { templates: ReturnType<typeof useTemplates>; mayEdit: boolean }) {
  const { list, moving, begin, edit, pause } = templates;
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);

  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const shown = list.pages.flatMap((page) => page.templates);
  if (shown.length === 0) {
    const create = { label: '新建优惠券', run: begin };
    return (
      <Blank
        icon="ticket"
        title="还没有发过优惠券"
        text="送一张见面礼，让第一单更容易"
        {...(mayEdit && { action: create })}
      />
    );
  }
  return (
    <LongList
      className="ticket-list"
      rows={shown}
      row={(template) => (
        <TemplateCard
          key={template.templateId}
          template={template}
          busy={moving === template.templateId}
          onPause={() => pause(template)}
          {...(mayEdit && { onEdit: () => edit(template) })}
        />
      )}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}
