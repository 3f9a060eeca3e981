import { ratio, type Ratio } from "@/kernel/ratio";

/**
 * What the platform keeps of the goods' price. The operator's own figure, not a law; 8 % until merchants have contracts of their own.
 */
export const commission: Ratio = ratio(8, 100);
