import { forgetAnswers } from "../answer-queries";

/** After a change of what shelves show is committed (or was refused), the next question in this process is answered from it. */
export const thenForget = async <V>(change: Promise<V>): Promise<V> => {
  try {
    return await change;
  } finally {
    forgetAnswers();
  }
};
