import { useId } from 'react'
import { Bewaarbalk, type Bericht } from '#web/bewaren/Bewaarbalk.tsx'
import { Gemeentekeuze } from '#web/bewaren/Gemeentekeuze.tsx'
import { gebruikProbeer } from '#web/probeer/gebruik-probeer.ts'
import { leesSituatie } from '#web/probeer/lees-situatie.ts'
import { naarFragment } from '#web/probeer/link.ts'
import { legeSituatie } from '#web/probeer/situatie.ts'
import { bestandsnaam, naarBestand, vanBestand } from '#web/probeer/situatie-bestand.ts'

const deeluitleg =
  'Let op: de antwoorden staan in de link zelf. Wie de link heeft, kan ze lezen. Zet er geen naam bij en stuur hem alleen naar wie de situatie mag kennen. Een motivering bij een afgeleide waarde gaat mee; motiveringen bij waarschuwingen niet, bewaar daarvoor een bestand.'

/** Gemeente, voorbeeld, en de situatie openen, bewaren of delen. */
export function Werkbalk({ bericht, zeg }: { bericht: Bericht | null; zeg: (b: Bericht | null) => void }) {
  const { catalogus, bewaard, situatie } = gebruikProbeer()
  const laadVignet = (id: string) => {
    const vignet = catalogus.vignetten?.find((v) => v.id === id)
    if (!vignet) return
    const { gemeente, antwoorden, overschrijvingen } = vignet
    const r = leesSituatie(catalogus, { gemeente, antwoorden, overschrijvingen, vignet: id })
    if (!r.ok) return zeg({ tekst: `Voorbeeld ${id} is niet geladen. Uw situatie is niet veranderd.`, fouten: r.fout })
    bewaard.zet(() => r.value)
    zeg({ tekst: `Voorbeeld ${id} is geladen.` })
  }
  return (
    <Bewaarbalk
      bewaard={bewaard}
      begin={() => ({ ...legeSituatie(catalogus), gemeente: situatie.gemeente })}
      bestand={{ naam: bestandsnaam(catalogus, situatie), inhoud: () => naarBestand(catalogus, situatie) }}
      lees={(ruw) => vanBestand(catalogus, ruw)}
      fragment={() => naarFragment(catalogus, situatie)}
      deeluitleg={deeluitleg}
      wat="deze situatie"
      bericht={bericht}
      zeg={zeg}
    >
      <Gemeentekeuze catalogus={catalogus} gemeente={situatie.gemeente} kies={(gemeente) => bewaard.zet((s) => ({ ...s, gemeente }))} />
      <Vignetkeuze laad={laadVignet} />
    </Bewaarbalk>
  )
}

function Vignetkeuze({ laad }: { laad: (id: string) => void }) {
  const { catalogus, situatie } = gebruikProbeer()
  const id = useId()
  if (!catalogus.vignetten?.length) return null
  return (
    <div className="bewaar-veld bewaar-veld--breed">
      <label htmlFor={id}>Voorbeeldsituatie</label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={situatie.vignet ?? ''}
        onChange={(e) => laad(e.target.value)}
      >
        <option value="" disabled>
          Kies een voorbeeld
        </option>
        {catalogus.vignetten.map((v) => (
          <option key={v.id} value={v.id}>
            {v.id} · {v.titel}
          </option>
        ))}
      </select>
    </div>
  )
}
