// Words that a person reads live in the messages, never in a component: a literal is silent English in every other language.

const letters = /\p{L}{2,}/u;
const spokenAttributes = new Set(["alt", "title", "placeholder", "label", "aria-label", "aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext", "content", "summary", "hint"]);
// The product's own name is the same word everywhere.
const names = new Set(["Entrepôt"]);

const isSpoken = (text) => letters.test(text) && !names.has(text.trim());

const textOf = (node) => {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral") return node.quasis.map((each) => each.value.cooked).join(" ");
  return "";
};

// The literals that an expression may come out as: both arms of a choice, the right-hand side of a `&&`.
const outcomes = (node) => {
  switch (node.type) {
    case "ConditionalExpression":
      return [...outcomes(node.consequent), ...outcomes(node.alternate)];
    case "LogicalExpression":
      return node.operator === "&&" ? outcomes(node.right) : [...outcomes(node.left), ...outcomes(node.right)];
    case "TSAsExpression":
    case "TSNonNullExpression":
      return outcomes(node.expression);
    case "Literal":
    case "TemplateLiteral":
      return [node];
    default:
      return [];
  }
};

const isComponentText = (node) => node.parent?.type === "JSXElement" || node.parent?.type === "JSXFragment";
const elementName = (attribute) => attribute.parent?.name?.name ?? "";

/** An ESLint rule: no words between tags, nor in attributes that are read out or shown. `<meta>` is for machines. */
export const noJsxLiterals = {
  meta: { type: "problem", schema: [], messages: { literal: "“{{text}}” is a word for people: it belongs in src/i18n/messages." } },
  create(context) {
    const report = (node, text) => context.report({ node, messageId: "literal", data: { text: text.trim().slice(0, 60) } });
    return {
      JSXText(node) {
        if (isSpoken(node.value)) report(node, node.value);
      },
      JSXExpressionContainer(node) {
        if (!isComponentText(node)) return;
        for (const each of outcomes(node.expression)) if (isSpoken(textOf(each))) report(each, textOf(each));
      },
      JSXAttribute(node) {
        if (!node.value || !spokenAttributes.has(node.name.name) || ["meta", "link", "script"].includes(elementName(node))) return;
        const found = node.value.type === "JSXExpressionContainer" ? outcomes(node.value.expression) : [node.value];
        for (const each of found) if (isSpoken(textOf(each))) report(each, textOf(each));
      },
    };
  },
};
