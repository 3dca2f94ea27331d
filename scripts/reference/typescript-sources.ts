import { dirname, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');
/** Told once for all views, on the reference's first page. */
const EXPLAINED = new Set(['Text', 'Writing', 'Photo']);

/**
 * TypeScript's own reading of the sources, to print from: types as they are written, and what the sources say of a
 * command.
 */
export class TypeScriptSources {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;

  constructor(files: readonly string[]) {
    const path = resolve(ROOT, 'tsconfig.json');
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(path, ts.sys.readFile).config, ts.sys, ROOT);
    this.#program = ts.createProgram(
      files.map((file) => resolve(ROOT, file)),
      { ...options, noEmit: true }
    );
    this.#checker = this.#program.getTypeChecker();
  }

  /** This type and those of ours that it names, each as it is written, what it says of itself included. */
  declarations(file: string, name: string): string[] {
    const source = this.#program.getSourceFile(resolve(ROOT, file));
    const symbol = source && this.#checker.getSymbolAtLocation(source);
    const known = new Map(symbol ? this.#checker.getExportsOfModule(symbol).map((one) => [one.name, one]) : []);
    const printed = new Map<ts.Symbol, string>();
    const found = known.get(name);
    if (!found) throw new Error(`${file} exports no ${name}.`);
    this.#print(found, printed);
    return [...printed.values()];
  }

  #print(symbol: ts.Symbol, printed: Map<ts.Symbol, string>): void {
    const own = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    const declared = own.declarations?.find(ts.isTypeAliasDeclaration);
    if (!declared || printed.has(own) || EXPLAINED.has(own.name) || !isOurs(declared)) return;
    printed.set(own, this.#text(declared));
    const follow = (node: ts.Node): void => {
      const named = ts.isTypeReferenceNode(node) && this.#checker.getSymbolAtLocation(node.typeName);
      if (named) this.#print(named, printed);
      ts.forEachChild(node, follow);
    };
    follow(declared.type);
  }

  /** As it is written; a type that is taken from a constant is written out, because the constant is not here. */
  #text(declared: ts.TypeAliasDeclaration): string {
    let fromConstant = false;
    const look = (node: ts.Node): void => {
      if (ts.isTypeQueryNode(node)) fromConstant = true;
      ts.forEachChild(node, look);
    };
    look(declared.type);
    if (!fromConstant)
      return declared
        .getFullText()
        .trim()
        .replace(/^export /m, '');
    const told = this.#members(declared.type) ?? [this.#told(this.#checker.getTypeAtLocation(declared), declared)];
    return `${comment(declared)}type ${declared.name.text} = ${told.join(' | ')};`;
  }

  /** Of `(typeof LIST)[number]`, in the order of the list: TypeScript's own order depends on what it read before. */
  #members(node: ts.TypeNode): string[] | null {
    const list = ts.isIndexedAccessTypeNode(node) ? this.#checker.getTypeFromTypeNode(node.objectType) : null;
    if (!list || !this.#checker.isTupleType(list)) return null;
    return this.#checker.getTypeArguments(list as ts.TypeReference).map((type) => this.#told(type, node));
  }

  #told(type: ts.Type, at: ts.Node): string {
    const { NoTruncation, InTypeAlias } = ts.TypeFormatFlags;
    return this.#checker.typeToString(type, at, NoTruncation | InTypeAlias).replaceAll('"', "'");
  }

  /** What the sources say of each command: the docstring where it is written as `name: command({ … })`. */
  commandDocs(folders: readonly string[]): Map<string, string> {
    const docs = new Map<string, string>();
    for (const source of this.#program.getSourceFiles()) {
      const folder = relative(ROOT, dirname(source.fileName)).split(sep).join('/');
      if (!folders.some((one) => folder === one || folder.startsWith(`${one}/`))) continue;
      const look = (node: ts.Node): void => {
        if (ts.isPropertyAssignment(node) && ts.isCallExpression(node.initializer) && ts.isIdentifier(node.name)) {
          const said = ts.getJSDocCommentsAndTags(node).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '');
          if (/^command/.test(node.initializer.expression.getText()) && said[0]) docs.set(node.name.text, said[0]);
        }
        ts.forEachChild(node, look);
      };
      look(source);
    }
    return docs;
  }
}

const isOurs = (node: ts.Node): boolean => !node.getSourceFile().fileName.includes('/node_modules/');

const comment = (node: ts.Node): string => {
  const text = node.getFullText().slice(0, node.getStart() - node.getFullStart());
  return text.includes('/**') ? `${text.slice(text.indexOf('/**')).trim()}\n` : '';
};
