/**
 * Controle van de beslistabellen zelf: elke rij is te bereiken, elke combinatie van antwoorden heeft een uitkomst, en
 * elke vraag die een uitkomst kan veranderen staat in de vraagvolgorde (eisen §6). Gaat uit van een catalogus waarvan
 * alle namen kloppen (`controleerCatalogus` zonder fouten).
 */
import { eindnummer, eindpunten, isEind, padNaar } from '#core/advies/diagram.ts'
import { type Besliskaart, maakBesliskaart } from '#core/advies/tabel.ts'
import { keuzesVoorTabel } from '#core/advies/tabelkeuzes.ts'
import { type Controle, maakControle } from '#core/catalogus/controle/controle.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { GeladenCatalogus } from '#core/catalogus/laden/laad.ts'

export function controleerTabellen(geladen: GeladenCatalogus): Catalogusfout[] {
  const c = maakControle(geladen)
  for (const id of Object.keys(c.catalogus.tabellen)) controleerTabel(c, id)
  return c.fouten
}

function controleerTabel(c: Controle, id: string): void {
  const bereikt = new Set<number>()
  const gemist = new Set<string>()
  let zonderUitkomst = false
  for (const keuze of keuzesVoorTabel(c.catalogus, id)) {
    const kaart = maakBesliskaart(c.catalogus, keuze, id)
    const einden = eindpunten(kaart.boek.diagram, kaart.rijen)
    for (const e of einden) bereikt.add(e)
    if (einden.has(kaart.tabel.rijen.length) && !zonderUitkomst) {
      zonderUitkomst = true
      const tekst = `Bij deze antwoorden geldt geen enkele rij: ${voorbeeld(kaart)}${inWoorden(keuze)}.`
      c.meld(['tabellen', id, 'rijen'], 'COMBINATIE_ZONDER_UITKOMST', tekst, 'Voeg een rij toe die deze combinatie dekt.')
    }
    for (const vraag of ontbrekendeVragen(c, kaart)) gemist.add(vraag)
  }
  for (const [i, rij] of (c.catalogus.tabellen[id]?.rijen ?? []).entries()) {
    if (!bereikt.has(i))
      c.meld(
        ['tabellen', id, 'rijen', i],
        'RIJ_ONBEREIKBAAR',
        `De rij ${rij.rij} komt nooit aan de beurt: een eerdere rij geldt altijd eerder, of haar voorwaarde is nooit waar.`,
        'Haal de rij weg, zet haar hoger of pas haar voorwaarde aan.',
      )
  }
  for (const vraag of gemist) {
    c.meld(
      ['tabellen', id, 'vraagvolgorde'],
      'VRAAG_NIET_IN_VOLGORDE',
      `De vraag ${vraag} kan de uitkomst veranderen, maar staat niet in de vraagvolgorde.`,
      'Zet de vraag op haar plaats in de vraagvolgorde.',
    )
  }
}

/** Vragen die de uitkomst kunnen veranderen en die niemand stelt. Een vraag met `afwezig` heeft altijd een waarde. */
function ontbrekendeVragen(c: Controle, kaart: Besliskaart): string[] {
  const { boek, tabel } = kaart
  return boek.diagram.steunVan(kaart.uitkomsten).flatMap((niveau) => {
    const v = boek.variabelen[niveau]
    if (v?.soort !== 'vraag' || tabel.vraagvolgorde.includes(v.id)) return []
    const vraag = c.catalogus.vragen[v.id]
    return vraag?.soort === 'janee' && vraag.afwezig ? [] : [v.id]
  })
}

function voorbeeld(kaart: Besliskaart): string {
  const { boek, rijen, tabel } = kaart
  const pad = padNaar(boek.diagram, rijen, tabel.rijen.length)
  const antwoorden = [...(pad ?? [])]
    .sort(([a], [b]) => a - b)
    .flatMap(([niveau, klasse]) => {
      const v = boek.variabelen[niveau]
      if (!v || (v.soort === 'overschrijving' && klasse === 0)) return []
      const w = v.klassen.voorbeelden[klasse]
      return [`${v.id} = ${Array.isArray(w) ? `[${w.join(', ')}]` : String(w)}`]
    })
  return antwoorden.length > 0
    ? antwoorden.join(', ')
    : isEind(rijen) && eindnummer(rijen) === tabel.rijen.length
      ? 'elk antwoord'
      : 'geen antwoorden'
}

function inWoorden(keuze: Keuze): string {
  const delen = Object.entries(keuze.instellingen ?? {}).map(([k, w]) => `${k} ${JSON.stringify(w)}`)
  if (keuze.gemeente) delen.unshift(keuze.gemeente)
  return delen.length > 0 ? ` (bij ${delen.join(', ')})` : ''
}
