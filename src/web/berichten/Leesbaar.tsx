import { useState } from 'react'
import type { Berichtantwoord, MetBsnAntwoord } from '#http/api/berichten/vormen.ts'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { heeftAfgeschermd } from './afgeschermd.ts'
import { Declaratie } from './Declaratie.tsx'
import { MetBsn } from './MetBsn.tsx'

type Regel = NonNullable<Berichtantwoord['inhoud']>[number]

const waarom = {
  geen_recht: [
    'U ziet dat dit bericht er is, niet wat erin staat.',
    'De inhoud bevat een burgerservicenummer. Alleen wie de inwoner helpt en de administratie lezen haar.',
  ],
  te_groot: ['Dit bericht is te groot om hier te lezen.', 'Wat is afgekeurd staat hierboven. Het hele bestand kunt u hierboven bewaren.'],
  onleesbaar: ['Dit bestand is niet als bericht te lezen.', 'Bij XML ziet u het bestand zoals het binnenkwam.'],
} as const

/** Het bericht zoals mensen het lezen. */
export function Leesbaar({ bericht }: { bericht: Berichtantwoord }) {
  const [metBsn, zetMetBsn] = useState<MetBsnAntwoord | null>(null)
  const { inhoud, inhoudOntbreekt, declaratie } = bericht
  if (inhoudOntbreekt === 'te_groot' && declaratie) return <Declaratie bericht={bericht.id} declaratie={declaratie} />
  if (inhoud === null) {
    const [titel, uitleg] = waarom[inhoudOntbreekt ?? 'onleesbaar']
    return (
      <Leeg titel={titel}>
        <p>{uitleg}</p>
      </Leeg>
    )
  }
  return (
    <>
      {declaratie !== null && declaratie.afgekeurd > 0 && <Declaratie bericht={bericht.id} declaratie={declaratie} alleenAfgekeurd />}
      {bericht.mag.bsnTonen && inhoud.some((r) => heeftAfgeschermd(r.tekst ?? '')) && (
        <MetBsn bericht={bericht.id} getoond={metBsn !== null} opToon={zetMetBsn} />
      )}
      <div className="br-inhoud">
        {groepeer(metBsn?.inhoud ?? inhoud).map((groep, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: een bericht verandert niet en zijn delen hebben geen eigen naam.
          <section key={i} className="br-groep" data-diep={groep.diep} data-reeks={groep.inReeks || undefined}>
            {groep.kop && <h3 className="br-groep__kop">{groep.kop}</h3>}
            <dl>
              {groep.regels.map((r, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: als hierboven.
                <div key={n}>
                  <dt>{r.label}</dt>
                  <dd>{r.tekst}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  )
}

type Groep = {
  readonly kop: string | null
  readonly diep: number
  readonly regels: readonly Regel[]
  /** Een van een aantal gelijke delen op een rij: die staan breed, anders wordt het een heel lange lijst. */
  readonly inReeks: boolean
}

type Kale = Omit<Groep, 'inReeks'>
/** Elke kop met de regels die er direct onder staan. */
function groepeer(regels: readonly Regel[]): Groep[] {
  const groepen: (Kale & { regels: Regel[] })[] = []
  for (const r of regels) {
    if (r.tekst === null) groepen.push({ kop: r.label, diep: r.diep, regels: [] })
    else {
      const laatste = groepen.at(-1)
      if (laatste) laatste.regels.push(r)
      else groepen.push({ kop: null, diep: 0, regels: [r] })
    }
  }
  const gelijk = (g: Kale | undefined, h: Kale): boolean => g?.kop === h.kop && g.diep === h.diep
  return groepen.map((g, i) => ({ ...g, inReeks: g.kop !== null && (gelijk(groepen[i - 1], g) || gelijk(groepen[i + 1], g)) }))
}
