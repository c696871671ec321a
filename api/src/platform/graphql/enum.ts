import { registerEnumType } from 'type-graphql';

/** An enum of the schema whose values are described one by one; its TypeScript type is the union of its names. */
export function describedEnum<Value extends string>(
  name: string,
  description: string,
  values: Record<Value, string>,
): { [Name in Value]: Name } {
  const names = Object.keys(values) as Value[];
  const enumeration = Object.fromEntries(names.map((value) => [value, value])) as { [Name in Value]: Name };
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }]));
  registerEnumType(enumeration, {
    name,
    description,
    valuesConfig: valuesConfig as { [Name in Value]: { description: string } },
  });
  return enumeration;
}
