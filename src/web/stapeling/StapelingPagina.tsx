import { useMemo, useState } from 'react'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { maakStapelingstoets } from '#core/indicatie/stapeling.ts'
import { Bewaarbalk, type Bericht } from '#web/bewaren/Bewaarbalk.tsx'
import { gebruikBewaard } from '#web/bewaren/gebruik-bewaard.ts'
import { gebruikLink } from '#web/bewaren/gebruik-link.ts'
import { Gemeentekeuze } from '#web/bewaren/Gemeentekeuze.tsx'
import { metLezing } from '#web/bewaren/lezingen.ts'
import { Lezingenpaneel } from '#web/bewaren/Lezingenpaneel.tsx'
import { gebruikCatalogus } from '#web/kader/gebruik-catalogus.ts'
import { gebruikGeldend } from '#web/kader/gebruik-geldend.ts'
import { Leeg } from '#web/onderdelen/Leeg.tsx'
import { Pagina } from '#web/onderdelen/Pagina.tsx'
import { Formulier } from './Formulier.tsx'
import { Indicatietabel } from './Indicatietabel.tsx'
import { Oordeel } from './Oordeel.tsx'
import {
  haalWeg,
  legeStand,
  motiveer,
  leesStand,
  naarBestand,
  naarFragment,
  nieuwId,
  pasToe,
  stapelvoorbeelden,
  vanBestand,
  vanFragment,
  vanSessie,
  zetRij,
} from './stand.ts'
import { maakTijdlijn } from './tijdlijn.ts'
import { Tijdlijnbeeld } from './Tijdlijnbeeld.tsx'
import { Voorbeeldkaart, Voorbeeldkeuze } from './Voorbeelden.tsx'
import './stapeling.css'

/** Indicaties naast elkaar op een tijdlijn: wat mag samen, wat niet, en wat dan wel kan. */
export function StapelingPagina() {
  const { catalogus } = gebruikCatalogus()
  return <Scherm key={catalogus.hash} catalogus={catalogus} />
}

function Scherm({ catalogus: kaal }: { catalogus: Catalogus }) {
  const leeg = useMemo(() => legeStand(kaal), [kaal])
  const sleutel = `meedoen:stapeling:${kaal.catalogus.id}:${kaal.catalogus.versie}`
  const bewaard = gebruikBewaard(sleutel, leeg, (ruw) => vanSessie(kaal, ruw))
  const [bericht, zeg] = useState<Bericht | null>(null)
  const [bewerkt, bewerk] = useState<string | null>(null)
  const { stand, zet } = bewaard
  const catalogus = gebruikGeldend(kaal, stand.gemeente)
  const toets = useMemo(
    () =>
      maakStapelingstoets(catalogus, {
        ...(stand.gemeente === null ? {} : { gemeente: stand.gemeente }),
        instellingen: stand.instellingen,
      }),
    [catalogus, stand.gemeente, stand.instellingen],
  )
  const oordeel = useMemo(() => toets.beoordeel(stand.rijen), [toets, stand.rijen])
  const botsingen = useMemo(() => toets.botsingen(stand.rijen), [toets, stand.rijen])
  const tijdlijn = useMemo(() => maakTijdlijn(catalogus, stand.rijen, botsingen), [catalogus, stand.rijen, botsingen])
  const voorbeelden = useMemo(() => stapelvoorbeelden(catalogus), [catalogus])
  const neemOver = (r: ReturnType<typeof leesStand>, gelukt: string, mislukt: string) => {
    if (!r.ok) return zeg({ tekst: mislukt, fouten: r.fout })
    zet(() => r.value)
    bewerk(null)
    zeg({ tekst: gelukt })
  }
  gebruikLink((f) =>
    neemOver(
      vanFragment(catalogus, f),
      'De indicaties uit de link zijn geopend.',
      'De link is niet geopend. Wat er stond is niet veranderd.',
    ),
  )
  const laad = (id: string) => {
    const v = voorbeelden.find((x) => x.id === id)
    if (v)
      neemOver(
        leesStand(catalogus, { gemeente: v.gemeente, indicaties: v.verwacht.indicaties, voorbeeld: id }),
        `Voorbeeld ${id} is geladen.`,
        `Voorbeeld ${id} is niet geladen.`,
      )
  }
  const geladen = voorbeelden.find((v) => v.id === stand.voorbeeld)
  const rij = stand.rijen.find((r) => r.id === bewerkt) ?? null
  return (
    <Pagina titel="Stapeling" breed>
      <Bewaarbalk
        bewaard={bewaard}
        begin={() => ({ ...leeg, gemeente: stand.gemeente })}
        bestand={{ naam: `stapeling-${catalogus.catalogus.id}.json`, inhoud: () => naarBestand(catalogus, stand) }}
        lees={(ruw) => vanBestand(catalogus, ruw)}
        fragment={() => naarFragment(catalogus, stand)}
        deeluitleg="Let op: de producten en datums staan in de link zelf. Wie de link heeft, kan ze lezen. Zet er geen naam bij. Motiveringen gaan niet mee; bewaar daarvoor een bestand."
        wat="deze indicaties"
        bericht={bericht}
        zeg={zeg}
      >
        <Gemeentekeuze catalogus={catalogus} gemeente={stand.gemeente} kies={(gemeente) => zet((s) => ({ ...s, gemeente }))} />
        <Voorbeeldkeuze voorbeelden={voorbeelden} gekozen={stand.voorbeeld} laad={laad} />
      </Bewaarbalk>
      <div className="stapeling" data-leeg={stand.rijen.length === 0 || undefined}>
        <div className="stapeling-hoofd">
          {geladen && <Voorbeeldkaart voorbeeld={geladen} oordeel={oordeel} />}
          {tijdlijn ? (
            <>
              <Oordeel
                catalogus={catalogus}
                oordeel={oordeel}
                botsingen={botsingen}
                motiveringen={stand.motiveringen}
                motiveer={(sl, t) => zet((s) => motiveer(s, sl, t), `motivering ${sl}`)}
                pasToe={(v) => zet((s) => pasToe(s, v))}
              />
              <Tijdlijnbeeld catalogus={catalogus} tijdlijn={tijdlijn} bewerk={bewerk} />
              <Indicatietabel
                catalogus={catalogus}
                rijen={stand.rijen}
                botsingen={botsingen}
                bewerk={bewerk}
                haalWeg={(id) => zet((s) => haalWeg(s, id))}
              />
            </>
          ) : (
            <Leeg titel="Nog geen indicaties">Voeg een product met een periode toe, of kies een voorbeeld.</Leeg>
          )}
          <p className="md-bijtekst stapeling-voet md-nietafdrukken">
            {catalogus.catalogus.naam}, versie {catalogus.catalogus.versie}, inhoud {catalogus.hash.slice(0, 12)}.
          </p>
        </div>
        <div className="stapeling-zij md-nietafdrukken">
          <Formulier
            key={rij?.id ?? 'nieuw'}
            catalogus={catalogus}
            rij={rij}
            volgendId={nieuwId(stand.rijen)}
            bewaar={(r) => {
              zet((s) => zetRij(s, r))
              bewerk(null)
            }}
            annuleer={() => bewerk(null)}
          />
          <Lezingenpaneel
            catalogus={catalogus}
            gemeente={stand.gemeente}
            werk="stapeling"
            gekozen={stand.instellingen}
            kies={(s, w) => zet((x) => ({ ...x, instellingen: metLezing(catalogus, x.instellingen, s, w) }), `lezing ${s}`)}
          />
        </div>
      </div>
    </Pagina>
  )
}
