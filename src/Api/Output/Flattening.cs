using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace NewsMiner.Api.Output;

/// <summary>Says that the JSON of a record's property stands in the record's own object instead of in one of its own.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FlattenAttribute : Attribute;

/// <summary>Writes what is marked <see cref="FlattenAttribute"/> as if its properties were the record's; for answers only, such records are not read.</summary>
internal static class Flattening
{
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var outer = type.Properties[i];
            if (outer.AttributeProvider?.IsDefined(typeof(FlattenAttribute), inherit: true) != true || outer.Get is not { } part) continue;
            type.Properties.RemoveAt(i);
            var at = i;
            foreach (var inner in type.Options.GetTypeInfo(outer.PropertyType).Properties)
            {
                if (inner.Get is not { } get) continue;
                var copy = type.CreateJsonPropertyInfo(inner.PropertyType, inner.Name);
                copy.AttributeProvider = inner.AttributeProvider;
                copy.CustomConverter = inner.CustomConverter;
                copy.IsGetNullable = inner.IsGetNullable;
                copy.Get = whole => part(whole) is { } value ? get(value) : null;
                if (inner.ShouldSerialize is { } should) copy.ShouldSerialize = (whole, value) => should(part(whole)!, value);
                type.Properties.Insert(at++, copy);
            }
        }
    }
}
