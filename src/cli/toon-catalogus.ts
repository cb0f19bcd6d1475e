/** Een catalogus in het kort, of één onderdeel ervan, voor op het scherm van een opdrachtregel. */
import { bedoelde } from '#core/base/dichtstbij.ts'
import { jsonInWoorden, opEenRegel, voorwaardeInWoorden } from '#core/catalogus/uitleg/in-woorden.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Uitspraak, Vraag } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

export function catalogusInWoorden(c: Catalogus): string {
  const regels = [
    `${c.catalogus.naam} (${c.catalogus.id}@${c.catalogus.versie}), geldig vanaf ${c.geldigVan || 'nog niet bepaald'}`,
    c.catalogus.omschrijving,
    `Hash: ${c.hash}`,
    `Gemeenten: ${c.gemeenten.map((g) => g.naam + (g.code ? ` (${g.code})` : '')).join(', ') || 'geen'}`,
    '',
    'Producten',
    ...c.catalogus.productvolgorde.map((p) => `  ${p}  ${c.producten[p]?.naam}: ${c.producten[p]?.kort}`),
    '',
    'Vragen',
    ...Object.entries(c.vragen).map(([id, v]) => `  ${id} (${domein(v)}): ${v.tekst}`),
    '',
    'Instellingen',
    ...Object.entries(c.instellingen ?? {}).map(([id, i]) => `  ${id} = ${JSON.stringify(i.standaard)} (${i.amb}): ${i.titel}`),
    '',
    'Tabellen',
    ...Object.entries(c.tabellen).map(([id, t]) => `  ${id}: ${t.titel}, ${t.rijen.length} rijen`),
  ]
  return `${regels.join('\n')}\n`
}

/** Eén uitspraak, product, vraag of instelling; `fout` als de naam niet bestaat. */
export function onderdeelInWoorden(c: Catalogus, naam: string): { tekst: string } | { fout: string } {
  const uitspraak = vindUitspraak(c, naam)
  if (uitspraak) return { tekst: uitspraakInWoorden(c, naam, uitspraak) }
  const product = c.producten[naam]
  if (product) {
    const gedeeld = (c.gedeeld ?? []).filter((u) => u.producten.includes(naam))
    const regels = [...product.uitspraken, ...gedeeld].map((u) => `  ${u.eis} ${u.tekst}`)
    return { tekst: `${naam} ${product.naam}\n${product.kort}\n${regels.join('\n')}\n` }
  }
  const vraag = c.vragen[naam]
  if (vraag)
    return {
      tekst: `${naam} (${domein(vraag)})\n${vraag.tekst}\n${vraag.uitleg ? `${vraag.uitleg}\n` : ''}Rust op: ${vraag.eisen.join(', ')}\n`,
    }
  const instelling = c.instellingen?.[naam]
  if (instelling) {
    const lezingen = instelling.lezingen.map(
      (l) => `  ${JSON.stringify(l.waarde)}: ${l.tekst}${l.ontbreekt ? ` (kan nog niet: ${l.ontbreekt})` : ''}`,
    )
    return {
      tekst: `${naam} (${instelling.amb}): ${instelling.titel}\nStandaard: ${JSON.stringify(instelling.standaard)}\n${lezingen.join('\n')}\n`,
    }
  }
  const namen = [
    ...Object.keys(c.producten),
    ...Object.keys(c.vragen),
    ...Object.keys(c.instellingen ?? {}),
    ...alleUitspraken(c).map((u) => u.eis),
  ]
  return { fout: `"${naam}" is geen uitspraak, product, vraag of instelling van ${c.catalogus.id}.${bedoelde(naam, namen)}` }
}

const alleUitspraken = (c: Catalogus): Uitspraak[] => [...(c.gedeeld ?? []), ...Object.values(c.producten).flatMap((p) => p.uitspraken)]
const vindUitspraak = (c: Catalogus, eis: string) => alleUitspraken(c).find((u) => u.eis === eis)

function uitspraakInWoorden(c: Catalogus, eis: string, u: Uitspraak): string {
  const bij = [
    ...(c.gedeeld?.find((g) => g.eis === eis)?.producten ?? []),
    ...Object.entries(c.producten).flatMap(([p, x]) => (x.uitspraken.some((y) => y.eis === eis) ? [p] : [])),
  ]
  const regels = [`${eis} (${u.soort}; ${bij.join(', ')})`, u.tekst]
  for (const citaat of [u.citaat ?? []].flat()) regels.push(`Bron: "${citaat}"`)
  for (const p of c.passages ?? []) if (p.eisen.includes(eis)) regels.push(`Plaats: ${p.document}, regel ${p.regels}`)
  if (u.als) regels.push(`Toets: ${opEenRegel(voorwaardeInWoorden(c, u.als))}`)
  if (u.waarde !== undefined) regels.push(`Waarde: ${jsonInWoorden(u.waarde as Json)}`)
  return `${regels.join('\n')}\n`
}

function domein(v: Vraag): string {
  if (v.soort === 'janee') return 'ja, nee'
  if (v.soort === 'getal') return `getal vanaf ${v.min}${v.max === undefined ? '' : ` tot en met ${v.max}`}`
  return `${v.soort === 'meerkeuze' ? 'lijst uit ' : ''}${waardenVan(v.waarden)
    .map((w) => w.id)
    .join(', ')}`
}
