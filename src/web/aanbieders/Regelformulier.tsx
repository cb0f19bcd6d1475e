import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { invariant } from '#core/base/invariant.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import type { Tariefregel } from '#core/toewijzing/contractregels.ts'
import type { Aanbiederantwoord } from '#http/api/keten/aanbiederroutes.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { vervallen } from '../api/vraagclient.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzerondjes } from '../onderdelen/Keuzerondjes.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { Verouderd } from '../onderdelen/Verouderd.tsx'
import {
  legeRegel,
  metHerstel,
  metRegel,
  naarContract,
  naarRegel,
  naarVeld,
  naarWaarden,
  type Regelwaarden,
  redenfouten,
  zonderNa,
} from './contractformulier.ts'
import { Regelvelden } from './Regelvelden.tsx'
import { tariefzin } from './regelzin.ts'

type Props = { aanbieder: Aanbiederantwoord; regel: Aanbiederantwoord['regels'][number] | null; klaar: () => void }
type Waarden = Regelwaarden & { wijze: string; laatste: string; reden: string }
const wijzen = [
  { waarde: 'anders', tekst: 'Ander tarief of ander product vanaf een dag' },
  { waarde: 'herstel', tekst: 'Een fout verbeteren: zo had het vanaf het begin moeten staan' },
  { waarde: 'einde', tekst: 'Beëindigen: geef de laatste dag' },
]

/** Een code erbij, een nieuw tarief vanaf een dag, een verbetering, of een laatste dag. Wat er was blijft te lezen. */
export function Regelformulier({ aanbieder, regel, klaar }: Props) {
  const client = useQueryClient()
  const kop = useRef<HTMLHeadingElement>(null)
  useEffect(() => kop.current?.focus(), [])
  const maak = gebruikAanmaken<object, unknown>('/contracten', { formulier: `contract-${aanbieder.agb}`, verversen: ['aanbieders'] })
  const regelsUit = (w: Waarden): Result<readonly Tariefregel[], Invoerfout[]> => {
    if (regel && w.wijze === 'einde')
      return w.laatste
        ? ok(zonderNa(aanbieder.regels, regel, w.laatste))
        : fout([{ code: 'CONTRACT_ONGELDIG', plaats: '/laatste', tekst: 'Vul de laatste dag in.' }])
    if (regel && w.wijze === 'herstel') {
      const wordt = naarRegel({ ...w, van: regel.van, tot: regel.tot ?? '' })
      return wordt.ok ? metHerstel(aanbieder.regels, regel, wordt.value) : wordt
    }
    const nieuw = naarRegel(w)
    return nieuw.ok ? metRegel(aanbieder.regels, nieuw.value, regel) : nieuw
  }
  const f = gebruikFormulier<Waarden>({
    id: `contract-${aanbieder.agb}-${regel ? [regel.code, regel.eenheid, regel.catalogusproduct, regel.naam, regel.van].join('-') : 'nieuw'}`,
    begin: { ...(regel ? { ...naarWaarden(regel), tot: '' } : legeRegel), wijze: 'anders', laatste: '', reden: '' },
    vertaal: naarVeld,
    controleer: (w) => {
      const regels = regelsUit(w)
      return [...(regels.ok ? [] : regels.fout), ...redenfouten(w.reden)]
    },
    verstuur: async (w) => {
      const regels = regelsUit(w)
      invariant(regels.ok, 'het formulier is gecontroleerd voor het verstuurd wordt')
      await maak.mutateAsync({ contract: naarContract(aanbieder, regels.value), basis: aanbieder.contract.id, reden: w.reden })
      toonToast({ tekst: 'Het contract is gewijzigd.' })
      klaar()
    },
  })
  const kiesWijze = (wijze: string) => {
    f.zet('/wijze', wijze)
    // Een fout bij een veld dat bij de andere keuze hoort, is daarmee van de baan.
    for (const veld of ['van', 'laatste'] as const) f.zet(`/${veld}`, f.waarden[veld])
  }
  // Na opnieuw laden staat het contract van de collega erboven; wat hier is ingevuld blijft staan en kan dan alsnog.
  const isVerouderd =
    f.probleem?.status === 412 && (f.probleem.huidig as { contract?: string } | undefined)?.contract !== aanbieder.contract.id
  const einde = regel !== null && f.waarden.wijze === 'einde'
  return (
    <form className="md-deel" noValidate onSubmit={(e) => void f.verstuur(e)} aria-labelledby="aan-regelkop">
      <h2 id="aan-regelkop" ref={kop} tabIndex={-1}>
        {regel ? `Wijzigen: ${regel.code}, ${tariefzin(regel)}` : 'Code toevoegen'}
      </h2>
      {regel && regel.toewijzingen > 0 && (
        <p className="md-bijtekst">
          Met deze code{' '}
          {regel.toewijzingen === 1 ? 'loopt nog 1 toewijzing' : `lopen nog ${regel.toewijzingen.toLocaleString('nl-NL')} toewijzingen`}.
        </p>
      )}
      {isVerouderd && f.probleem && (
        <Verouderd wat="dit contract" probleem={f.probleem} opnieuw={() => void vervallen(client, 'aanbieders')} />
      )}
      <Foutoverzicht formulier={f} />
      <Conceptmelding formulier={f} />
      {regel && <Keuzerondjes label="Wat wijzigt er?" opties={wijzen} {...f.veld('/wijze')} opWijzig={kiesWijze} />}
      {einde ? (
        <Datumveld label="Laatste dag" uitleg={`Geldt nu vanaf ${schrijfDatum(regel.van)}.`} {...f.veld('/laatste')} />
      ) : (
        <Regelvelden f={f} vast={regel !== null} zonderDagen={f.waarden.wijze === 'herstel'} />
      )}
      <Tekstvlak label="Waarom" uitleg="Collega’s en toezicht lezen dit later terug." hoogstens={1000} {...f.veld('/reden')} />
      <div className="md-knoppen">
        <Knop soort="primair" type="submit">
          {f.bezig ? 'Wordt vastgelegd…' : 'Vastleggen'}
        </Knop>
        <Knop opKlik={klaar}>Niet doen</Knop>
      </div>
    </form>
  )
}
