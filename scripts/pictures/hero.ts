export async function drawHeroes(_folder: string): Promise<void> {}
