/** Hoe een bericht van de keten ervoor staat, en hoe dat heet. De database leidt het af (view `berichtstand`). */

export const berichtstanden = {
  klaargezet: 'Klaar om te versturen',
  niet_bezorgd: 'Niet bezorgd',
  wacht_op_antwoord: 'Wacht op antwoord',
  verzonden: 'Verzonden',
  aangenomen: 'Aangenomen',
  deels: 'Deels aangenomen',
  afgekeurd: 'Afgekeurd',
  schemafout: 'Onleesbaar',
  vreemd: 'Niet voor ons',
  dubbel: 'Dubbel nummer',
  vervangen: 'Vervangen',
  teruggenomen: 'Teruggenomen',
} as const
export type Berichtstand = keyof typeof berichtstanden

/** Wat een stand betekent, in één zin. */
export const standuitleg: Readonly<Record<Berichtstand, string>> = {
  klaargezet: 'Het bericht staat klaar en is nog niet bij de aanbieder.',
  niet_bezorgd: 'Het bericht is bij de ontvanger niet aangekomen, en wordt niet vanzelf opnieuw geprobeerd.',
  wacht_op_antwoord: 'Het bericht is verstuurd; het antwoord is er nog niet.',
  verzonden: 'Het bericht is verstuurd. Hier komt geen antwoord op.',
  aangenomen: 'Het bericht klopt en telt mee.',
  deels: 'Een deel van de regels is aangenomen. Wat is afgekeurd staat hieronder.',
  afgekeurd: 'Het bericht is afgekeurd en telt als niet verstuurd (OP286).',
  schemafout: 'Het bestand voldoet niet aan het schema. Er is niets van verwerkt en er komt geen retourbericht.',
  vreemd: 'Dit bericht is niet van ons en niet voor ons. Er is niets van verwerkt.',
  dubbel: 'Er was al een ander bericht met dit nummer. Dit bericht telt niet mee (TR056).',
  vervangen: 'Er kwam een ander bericht met hetzelfde nummer voor in de plaats.',
  teruggenomen: 'Dit bericht is teruggenomen voor het verstuurd was. De aanbieder heeft het niet gekregen.',
}
