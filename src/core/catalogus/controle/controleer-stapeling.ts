/** Controle van de stapeling: de matrix is vierkant en gelijk aan haar spiegelbeeld, elke cel heeft haar uitspraak. */
import type { Controle } from './controle.ts'
import { controleerVerwijzing } from './controleer-voorwaarden.ts'
import type { Stapeling } from '#core/catalogus/vorm.ts'

export function controleerStapeling(c: Controle): void {
  const { stapeling, producten } = c.catalogus
  for (const [i, p] of stapeling.volgorde.entries()) {
    const pad = ['stapeling', 'volgorde', i]
    c.bestaat(pad, 'PRODUCT_ONBEKEND', 'het product', p, Object.keys(producten))
    if (stapeling.volgorde.indexOf(p) < i) c.meld(pad, 'NAAM_DUBBEL', `"${p}" staat er twee keer.`, 'Haal er één weg.')
  }
  for (const sleutel of ['pgbTeltMee', 'zelfdeProductBijTweeAanbieders', 'overlapDagenBijWissel', 'symmetrisch'] as const) {
    const w = stapeling[sleutel]
    if (typeof w === 'object')
      controleerVerwijzing(c, ['stapeling', sleutel, 'instelling'], w.instelling, sleutel === 'overlapDagenBijWissel' ? 'getal' : undefined)
  }
  if (stapeling.matrix) controleerMatrix(c, stapeling, stapeling.matrix)
  else if (stapeling.cellen)
    c.meld(
      ['stapeling', 'cellen'],
      'MATRIX_ONTBREEKT',
      'Er zijn cellen met uitspraken, maar geen matrix.',
      'Voeg stapeling.matrix toe of haal de cellen weg.',
    )
  controleerFamilies(c, stapeling)
}

function controleerMatrix(c: Controle, s: Stapeling, matrix: NonNullable<Stapeling['matrix']>): void {
  let vierkant = true
  for (const [deel, tabel] of [
    ['matrix', matrix],
    ['cellen', s.cellen],
  ] as const) {
    if (!tabel) continue
    for (const [rij, cellen] of Object.entries(tabel)) {
      const pad = ['stapeling', deel, rij]
      if (!c.bestaat(pad, 'PRODUCT_ONBEKEND', 'het product in stapeling.volgorde', rij, s.volgorde)) vierkant = false
      if (cellen.length !== s.volgorde.length) {
        vierkant = false
        c.meld(
          pad,
          'MATRIX_MAAT',
          `De rij ${rij} heeft ${cellen.length} cellen; er zijn ${s.volgorde.length} producten.`,
          'Geef één cel per product, in de volgorde van stapeling.volgorde.',
        )
      }
    }
    for (const p of s.volgorde) {
      if (Object.hasOwn(tabel, p)) continue
      vierkant = false
      c.meld(['stapeling', deel], 'MATRIX_MAAT', `De rij ${p} ontbreekt.`, 'Voeg de rij toe.')
    }
  }
  if (vierkant && moetSymmetrisch(c, s)) controleerSpiegel(c, s, matrix)
}

/** Symmetrisch tenzij de catalogus het uitzet; een instelling telt met haar standaard. */
function moetSymmetrisch(c: Controle, s: Stapeling): boolean {
  const w = typeof s.symmetrisch === 'object' ? c.catalogus.instellingen?.[s.symmetrisch.instelling]?.standaard : (s.symmetrisch ?? true)
  return w === true || w === 'ja'
}

function controleerSpiegel(c: Controle, s: Stapeling, matrix: NonNullable<Stapeling['matrix']>): void {
  for (const [i, a] of s.volgorde.entries()) {
    for (const [j, b] of s.volgorde.entries()) {
      const hier = matrix[a]?.[j]
      const spiegel = matrix[b]?.[i]
      if (j <= i || hier === spiegel) continue
      const tekst = `De matrix is niet gelijk aan haar spiegelbeeld: ${a} met ${b} is ${hier}, ${b} met ${a} is ${spiegel}.`
      c.meld(
        ['stapeling', 'matrix', b, i],
        'MATRIX_NIET_SYMMETRISCH',
        tekst,
        'Maak beide cellen gelijk, of zet `symmetrisch: false` als de volgorde echt uitmaakt.',
      )
    }
  }
}

function controleerFamilies(c: Controle, s: Stapeling): void {
  const families = [...new Set(Object.values(c.catalogus.producten).map((p) => p.familie))].sort()
  for (const f of Object.keys(s.perFamilie?.maximum ?? {}))
    c.bestaat(['stapeling', 'perFamilie', 'maximum', f], 'FAMILIE_ONBEKEND', 'de familie', f, families)
  const waarden = s.paren?.waarden
  if (!waarden) return
  if ('instelling' in waarden && typeof waarden.instelling === 'string' && c.catalogus.instellingen?.[waarden.instelling]) return
  const paren = families.flatMap((a, i) => families.slice(i).map((b) => `${a}_${b}`))
  for (const paar of Object.keys(waarden))
    c.bestaat(['stapeling', 'paren', 'waarden', paar], 'FAMILIE_ONBEKEND', 'het paar families', paar, paren)
}
