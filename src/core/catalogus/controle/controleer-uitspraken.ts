/** Controle van uitspraken: elk nummer staat er één keer, elk genoemd nummer bestaat, elk citaat staat in de bron. */
import { alleUitspraken, type Controle, type Pad } from './controle.ts'

export function controleerUitspraken(c: Controle): void {
  controleerDubbel(c)
  for (const [pad, eisen] of genoemdeEisen(c.catalogus)) {
    for (const [i, eis] of [eisen].flat().entries()) {
      c.bestaat(Array.isArray(eisen) ? [...pad, i] : pad, 'UITSPRAAK_ONBEKEND', 'de uitspraak', eis, c.eisen)
    }
  }
  controleerPassages(c)
  controleerCitaten(c)
}

function controleerDubbel(c: Controle): void {
  const gezien = new Map<string, Pad>()
  for (const { eis, pad } of alleUitspraken(c.catalogus)) {
    const eerder = gezien.get(eis)
    if (eerder)
      c.meld(
        [...pad, 'eis'],
        'UITSPRAAK_DUBBEL',
        `De uitspraak ${eis} staat er twee keer (ook onder ${eerder.slice(0, 2).join('.')}).`,
        'Geef elke uitspraak één plaats; geldt ze voor meer producten, zet haar dan onder `gedeeld`.',
      )
    else gezien.set(eis, pad)
  }
}

/** Alle plekken waar naar een uitspraak of open punt verwezen wordt. */
function* genoemdeEisen(c: Controle['catalogus']): Generator<[Pad, string | readonly string[]]> {
  yield* uitProducten(c)
  yield* uitTabellen(c)
  for (const [v, vraag] of Object.entries(c.vragen)) yield [['vragen', v, 'eisen'], vraag.eisen]
  for (const [s, i] of Object.entries(c.instellingen ?? {})) yield [['instellingen', s, 'eisen'], i.eisen]
  for (const [i, t] of (c.toelichtingen ?? []).entries()) yield [['toelichtingen', i, 'eisen'], t.eisen]
  for (const [i, p] of (c.passages ?? []).entries()) yield [['passages', i, 'eisen'], p.eisen]
  for (const [i, r] of (c.vergelijking ?? []).entries()) {
    if (typeof r.uit === 'object' && 'uitspraak' in r.uit) yield [['vergelijking', i, 'uit', 'uitspraak'], r.uit.uitspraak]
  }
  for (const [i, v] of (c.vignetten ?? []).entries()) {
    yield [['vignetten', i, 'eisen'], v.eisen]
    for (const [j, s] of (v.stapeling ?? []).entries()) if (s.eisen) yield [['vignetten', i, 'stapeling', j, 'eisen'], s.eisen]
  }
  for (const [i, r] of (c.voorliggend ?? []).entries()) yield [['voorliggend', i, 'eis'], r.eis]
  const { stapeling } = c
  for (const [rij, cellen] of Object.entries(stapeling.cellen ?? {})) yield [['stapeling', 'cellen', rij], cellen]
  if (stapeling.eisSymmetrie) yield [['stapeling', 'eisSymmetrie'], stapeling.eisSymmetrie]
  for (const deel of ['perFamilie', 'paren', 'buitenMatrix'] as const) {
    const eis = stapeling[deel]?.eis
    if (eis) yield [['stapeling', deel, 'eis'], eis]
  }
}

function* uitProducten(c: Controle['catalogus']): Generator<[Pad, string | readonly string[]]> {
  for (const [p, product] of Object.entries(c.producten)) {
    const hier = ['producten', p]
    for (const deel of ['herkenning', 'lijst', 'resultaten', 'bouwstenen'] as const) {
      for (const [i, item] of (product[deel] ?? []).entries()) yield [[...hier, deel, i, 'eis'], item.eis]
    }
    for (const [k, kenmerk] of Object.entries(product.kenmerken ?? {})) yield [[...hier, 'kenmerken', k, 'eisen'], kenmerk.eisen]
    if (!product.omvang) continue
    for (const [sleutel, waarde] of Object.entries(product.omvang)) {
      if (sleutel === 'eisen') yield [[...hier, 'omvang', 'eisen'], waarde as string[]]
      else if (/^(eis[A-Z]|resultaatVerplicht)/.test(sleutel) && typeof waarde === 'string') yield [[...hier, 'omvang', sleutel], waarde]
    }
  }
}

function* uitTabellen(c: Controle['catalogus']): Generator<[Pad, string | readonly string[]]> {
  for (const [t, tabel] of Object.entries(c.tabellen)) {
    for (const [i, rij] of tabel.rijen.entries()) yield [['tabellen', t, 'rijen', i, 'eisen'], rij.eisen]
    for (const [i, w] of (tabel.waarschuwingen ?? []).entries()) yield [['tabellen', t, 'waarschuwingen', i, 'eis'], w.eis]
  }
  for (const [a, afgeleid] of Object.entries(c.afgeleid ?? {})) {
    if (afgeleid.eisen) yield [['afgeleid', a, 'eisen'], afgeleid.eisen]
    for (const [i, rij] of afgeleid.rijen.entries()) if (rij.eisen) yield [['afgeleid', a, 'rijen', i, 'eisen'], rij.eisen]
  }
}

/** Een passage wijst naar regels die in het document staan. */
function controleerPassages(c: Controle): void {
  const { bronteksten } = c.catalogus
  for (const [i, p] of (c.catalogus.passages ?? []).entries()) {
    const pad: Pad = ['passages', i]
    if (!c.bestaat([...pad, 'document'], 'DOCUMENT_ONBEKEND', 'het document', p.document, Object.keys(bronteksten))) continue
    const aantal = (bronteksten[p.document] ?? '').split('\n').length
    const [van = 0, tot = van] = p.regels.split('-').map(Number)
    if (van < 1 || tot < van || tot > aantal) {
      c.meld(
        [...pad, 'regels'],
        'REGELS_ONGELDIG',
        `De regels ${p.regels} bestaan niet; het document heeft ${aantal} regels.`,
        'Geef een regelnummer of een reeks als 12-15.',
      )
    }
  }
}

/** Een citaat staat letterlijk in een brondocument; `…` mag voor weggelaten woorden staan. */
function controleerCitaten(c: Controle): void {
  const bronnen = Object.values(c.catalogus.bronteksten).map(zonderOpmaak)
  const staatErin = (citaat: string) => {
    const delen = citaat
      .split(/…|\.\.\./)
      .map(zonderOpmaak)
      .filter((d) => d !== '')
    return bronnen.some((bron) => delen.every((d) => bron.includes(d)))
  }
  for (const [pad, citaat] of citaten(c.catalogus)) {
    for (const deel of [citaat].flat()) {
      if (staatErin(deel)) continue
      const kort = deel.length > 60 ? `${deel.slice(0, 57)}…` : deel
      c.meld(
        pad,
        'CITAAT_NIET_IN_BRON',
        `Het citaat "${kort}" staat in geen van de brondocumenten.`,
        'Neem de woorden letterlijk over; zet … waar u woorden weglaat.',
      )
    }
  }
}

function* citaten(c: Controle['catalogus']): Generator<[Pad, string | readonly string[]]> {
  for (const { pad } of alleUitspraken(c)) {
    const u = pad[0] === 'gedeeld' ? c.gedeeld?.[pad[1] as number] : c.producten[pad[1] as string]?.uitspraken[pad[3] as number]
    if (u?.citaat) yield [[...pad, 'citaat'], u.citaat]
  }
  for (const [p, product] of Object.entries(c.producten)) {
    for (const [i, h] of (product.herkenning ?? []).entries()) yield [['producten', p, 'herkenning', i, 'citaat'], h.citaat]
  }
}

/** Witruimte, soort aanhalingstekens en hoofdletters doen er bij het vergelijken met de bron niet toe. */
const zonderOpmaak = (tekst: string): string =>
  tekst
    .replace(/[‘’´`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
