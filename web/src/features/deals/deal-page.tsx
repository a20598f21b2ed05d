import type { DealStage } from '@prometric/contracts/deals'
import type { WonDeal } from '@prometric/contracts/won-deal'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer, useCommand } from '../../lib/api.js'
import { useShortcut } from '../../lib/keyboard.js'
import { useMay } from '../../lib/may.js'
import { useLiveSubject } from '../../lib/realtime.js'
import { useTitle } from '../../lib/title.js'
import { CauseLine } from '../../ui/document-page/cause-line.js'
import { DocumentHeader } from '../../ui/document-page/document-header.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { late } from '../../ui/late.js'
import { Problem } from '../../ui/states/problem.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { useWord } from '../../ui/use-word.js'
import { ChainPapers } from '../papers/chain-papers.js'
import { Party } from '../papers/party.js'
import { cardPath, type Deal, type DealCard } from './deal-answer.js'
import { Feed } from './page/activities/feed.js'
import { NextSteps } from './page/activities/next-steps.js'
import { type Asked, DealActions, rarerActions, RarerItems } from './page/deal-actions.js'
import { DealFacts } from './page/deal-facts.js'
import { DealMoney } from './page/deal-money.js'
import { DealPeople } from './page/deal-people.js'
import { DealWarnings } from './page/deal-warnings.js'
import { Lines } from './page/lines.js'
import styles from './page/page.module.css'
import { StagePath } from './page/stage-path.js'
import { useTaken } from './page/use-taken.js'
import { isBackward, isOpen } from './stages.js'
import { WonStrip } from './won-strip.js'

const ReasonDialog = late(async () => (await import('../../ui/dialogs/reason-dialog.js')).ReasonDialog)
const DealDialogs = late(async () => (await import('./page/deal-dialogs.js')).DealDialogs)

/** A deal: where it stands, what is sold and for how much, what comes next, and the win. */
export function Page() {
  const { id } = useParams({ from: '/inside/deals/$id' })
  const { data: deal, error, refetch } = useAnswer<DealCard>(cardPath(id))
  useTitle(deal?.title)
  useLiveSubject('deal', id)
  if (error && !deal) return <Problem error={error} retry={() => void refetch()} />
  if (!deal) return <Skeleton shape="document" />
  return <DealView key={id} deal={deal} />
}

function DealView({ deal }: { readonly deal: DealCard }) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate({ from: '/deals/$id' })
  const { tab } = useSearch({ from: '/inside/deals/$id' })
  const taken = useTaken(deal.id)
  const [asked, setAsked] = useState<Asked>()
  const [back, setBack] = useState<DealStage>()
  const [won, setWon] = useState<WonDeal>()
  const move = useCommand<{ stage: DealStage; reason?: string }, Deal>({
    method: 'PATCH',
    path: `/deals/${deal.id}/stage`,
    body: (given) => given,
    touches: ['/deals'],
    onDone: (done) => {
      taken(done)
      setBack(undefined)
    },
  })
  const clone = useCommand<void, Deal>({
    path: `/deals/${deal.id}/clone`,
    body: () => ({ refreshPrices: true }),
    touches: ['/deals'],
    onDone: (made) => void navigate({ to: '/deals/$id', params: { id: made.id } }),
  })
  const open = isOpen(deal.stage)
  const writes = open && may('DEALS_UPDATE')
  useShortcut({ keys: 'w', does: t('deals.win.verb') }, () => setAsked('win'), writes)
  useShortcut({ keys: 'e', does: t('deals.edit.title') }, () => setAsked('edit'), writes)

  const go = (stage: DealStage) => {
    if (stage === 'WON' || stage === 'LOST') setAsked(stage === 'WON' ? 'win' : 'lose')
    else if (isBackward(deal.stage, stage)) setBack(stage)
    else move.mutate({ stage })
  }
  const rarer = rarerActions({ deal, ask: setAsked, onClone: () => clone.mutate() }, may)
  const header = (
    <>
      <DocumentHeader
        kind={word('document', 'deal')}
        number={deal.dealNumber}
        title={deal.title}
        of="deal"
        status={deal.stage}
        party={<Party id={deal.customerId} name={deal.customerName} />}
        cause={
          <CauseLine by={deal.createdByName} at={deal.createdAt}>
            {t('deals.page.made')}
          </CauseLine>
        }
        actions={<DealActions deal={deal} ask={setAsked} />}
        {...(rarer.length > 0 && { more: <RarerItems items={rarer} /> })}
      />
      {won && (
        <div className={styles.won}>
          <WonStrip won={won} title={deal.title} onClose={() => setWon(undefined)} />
        </div>
      )}
      <StagePath
        deal={deal}
        stage={move.isPending ? move.variables.stage : deal.stage}
        onMove={writes ? go : undefined}
      />
      <Refusal error={back ? undefined : (move.error ?? clone.error)} />
      <DealWarnings deal={deal} />
    </>
  )
  return (
    <>
      <DocumentPage
        header={header}
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        sides={[
          { key: 'money', title: t('ui.document.money'), content: <DealMoney deal={deal} /> },
          ...(deal.stage === 'WON'
            ? [
                {
                  key: 'papers',
                  title: t('ui.document.papers'),
                  content: <ChainPapers path={`/deals/${deal.id}/process`} isOwn={({ type }) => type === 'deal'} />,
                },
              ]
            : []),
          {
            key: 'people',
            title: t('ui.document.people'),
            content: <DealPeople deal={deal} onAssign={() => setAsked('assign')} />,
          },
          { key: 'about', title: t('deals.page.about'), content: <DealFacts deal={deal} /> },
        ]}
      >
        <Lines deal={deal} />
        <NextSteps deal={deal} />
        <Feed deal={deal} />
      </DocumentPage>
      {asked && <DealDialogs deal={deal} asked={asked} onClose={() => setAsked(undefined)} onWon={setWon} />}
      {back && (
        <ReasonDialog
          title={t('deals.reason.back', { title: deal.title })}
          verb={t('deals.reason.move', { stage: word('deal', back) })}
          busy={move.isPending}
          error={move.error}
          onClose={() => setBack(undefined)}
          onReason={(reason) => move.mutate({ stage: back, reason })}
        />
      )}
    </>
  )
}
