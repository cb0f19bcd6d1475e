const eenheden = ['bytes', 'kB', 'MB'] as const

/** 18454937 wordt 18 MB: duizendtallen, zoals een computer ze in zijn map toont. */
export function schrijfGrootte(bytes: number): string {
  const macht = bytes < 1000 ? 0 : Math.min(eenheden.length - 1, Math.floor(Math.log10(bytes) / 3))
  const getal = bytes / 1000 ** macht
  return `${getal.toLocaleString('nl-NL', { maximumFractionDigits: getal < 10 && macht > 0 ? 1 : 0 })} ${eenheden[macht]}`
}
