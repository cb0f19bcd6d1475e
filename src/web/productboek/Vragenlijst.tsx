import type { Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { EisChips } from '../onderdelen/EisChip.tsx'
import { Kop } from '../onderdelen/Kop.tsx'

/** Alle vragen per thema, met de antwoorden die mogelijk zijn. */
export function Vragenlijst() {
  const { catalogus } = gebruikCatalogus()
  const vragen = Object.entries(catalogus.vragen)
  return (
    <section className="pb-deel" aria-labelledby="vragen">
      <Kop niveau={2} id="vragen">
        Vragen
      </Kop>
      {Object.entries(catalogus.themas).map(([thema, t]) => {
        const hier = vragen.filter(([, v]) => v.thema === thema)
        return (
          hier.length > 0 && (
            <div key={thema} className="pb-thema">
              <Kop niveau={3}>{t.titel}</Kop>
              <ul className="pb-zinnen">
                {hier.map(([sleutel, vraag]) => (
                  <li key={sleutel} id={`vraag-${sleutel}`} tabIndex={-1} className="pb-zin">
                    <span>{vraag.tekst}</span> <EisChips eisen={vraag.eisen} />
                    {vraag.uitleg && <p className="md-bijtekst">{vraag.uitleg}</p>}
                    <p className="md-bijtekst">{antwoorden(vraag)}</p>
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </section>
  )
}

function antwoorden(vraag: Vraag): string {
  if (vraag.soort === 'janee') return 'Antwoord: ja, nee of weet ik niet.'
  if (vraag.soort === 'getal') {
    const eenheid = vraag.eenheid ? ` ${vraag.eenheid}` : ''
    return `Antwoord: een getal${eenheid ? ` in${eenheid}` : ''}${vraag.max === undefined ? '' : `, van ${vraag.min} tot en met ${vraag.max}`}.`
  }
  const lijst = waardenVan(vraag.waarden).map((w) => w.tekst)
  return `${vraag.soort === 'meerkeuze' ? 'Eén of meer van' : 'Eén van'}: ${lijst.join('; ')}.`
}
