import { ask } from '../testkit/demo-house.ts';

interface TypeRef {
  kind: string;
  name: string | null;
  ofType: TypeRef | null;
}
interface FieldInfo {
  name: string;
  args: { name: string; type: TypeRef; defaultValue: string | null }[];
  type: TypeRef;
}
interface TypeInfo {
  name: string;
  kind: string;
  fields: FieldInfo[] | null;
}

const REF = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
const INTROSPECTION = `{ __schema { queryType { name } types { name kind fields { name args { name defaultValue type { ${REF} } } type { ${REF} } } } } }`;

const named = (ref: TypeRef): string => (ref.ofType ? named(ref.ofType) : (ref.name ?? ''));
const isPage = (type: TypeInfo | undefined) => type?.name.endsWith('Connection') ?? false;

/** Builds documents from the schema itself, so that a field added tomorrow is asked for tomorrow. */
export class EveryQuery {
  private readonly types: Map<string, TypeInfo>;

  private constructor(
    types: TypeInfo[],
    private readonly root: string,
  ) {
    this.types = new Map(types.map((type) => [type.name, type]));
  }

  static async of(url: string, key: string): Promise<EveryQuery> {
    const { answer } = await ask(url, key, INTROSPECTION);
    const schema = answer.data?.['__schema'] as { queryType: { name: string }; types: TypeInfo[] } | undefined;
    if (!schema) throw new Error(`The schema cannot be read: ${JSON.stringify(answer.errors)}`);
    return new EveryQuery(schema.types, schema.queryType.name);
  }

  get rootFields(): FieldInfo[] {
    return this.types.get(this.root)?.fields ?? [];
  }

  required(field: FieldInfo): string[] {
    return field.args.filter((arg) => arg.type.kind === 'NON_NULL' && arg.defaultValue === null).map((arg) => arg.name);
  }

  isPaged(field: FieldInfo): boolean {
    return isPage(this.types.get(named(field.type)));
  }

  /** Everything a field can answer, `levels` objects deep. */
  document(field: FieldInfo, args: string, levels: number): string {
    return `{ ${field.name}${args} ${this.selection(named(field.type), levels, [])} }`;
  }

  private selection(typeName: string, levels: number, path: string[]): string {
    const type = this.types.get(typeName);
    if (!type?.fields) return '';
    const fields = type.fields.filter((field) => this.required(field).length === 0 && field.name !== 'edges');
    const parts = fields.flatMap((field) => {
      const inner = named(field.type);
      if (!this.types.get(inner)?.fields) return [field.name];
      const through = isPage(type) || this.isSmall(inner); // pages and small values cost no level
      if ((!through && levels === 0) || path.includes(inner)) return [];
      const page = this.isPaged(field) ? '(first: 2)' : '';
      return [`${field.name}${page} ${this.selection(inner, through ? levels : levels - 1, [...path, typeName])}`];
    });
    return `{ ${parts.join(' ')} }`;
  }

  private isSmall(typeName: string): boolean {
    return this.types.get(typeName)?.fields?.every((field) => !this.types.get(named(field.type))?.fields) ?? true;
  }
}
