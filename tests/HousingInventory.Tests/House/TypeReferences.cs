using System.Reflection;
using System.Reflection.Emit;

namespace HousingInventory.Tests.House;

/// <summary>Which types a type names, read from the compiled assembly: in its members, its attributes and the bodies of its methods.</summary>
internal static class TypeReferences
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>Types of the same assembly that a type names, each without its type arguments, those named on their own.</summary>
    public static HashSet<Type> Of(Type type)
    {
        HashSet<Type> named = [];
        void Name(Type? other)
        {
            if (other is null || other.IsGenericParameter)
            {
                return;
            }

            if (other.HasElementType)
            {
                Name(other.GetElementType());
                return;
            }

            foreach (Type argument in other.IsGenericType ? other.GetGenericArguments() : [])
            {
                Name(argument);
            }

            Type plain = other.IsGenericType ? other.GetGenericTypeDefinition() : other;
            if (plain.Assembly == type.Assembly)
            {
                named.Add(plain);
            }
        }

        Name(type.BaseType);
        Array.ForEach(type.GetInterfaces(), Name);
        foreach (FieldInfo field in type.GetFields(All))
        {
            Name(field.FieldType);
        }

        foreach (CustomAttributeData attribute in type.GetCustomAttributesData().Concat(type.GetMembers(All).SelectMany(m => m.GetCustomAttributesData())))
        {
            Name(attribute.AttributeType);
            foreach (CustomAttributeTypedArgument argument in attribute.ConstructorArguments)
            {
                Name(argument.Value as Type);
            }
        }

        foreach (MethodBase method in ((MethodBase[])[.. type.GetMethods(All), .. type.GetConstructors(All)]))
        {
            Name((method as MethodInfo)?.ReturnType);
            Array.ForEach(method.GetParameters(), p => Name(p.ParameterType));
            if (method.GetMethodBody() is { } body)
            {
                foreach (LocalVariableInfo local in body.LocalVariables)
                {
                    Name(local.LocalType);
                }

                foreach (MemberInfo member in Members(method, body.GetILAsByteArray()!))
                {
                    Name(member as Type ?? member.DeclaringType);
                    Array.ForEach((member as MethodBase)?.IsGenericMethod == true ? ((MethodBase)member).GetGenericArguments() : [], Name);
                }
            }
        }

        return named;
    }

    /// <summary>The members that a method's body names.</summary>
    private static IEnumerable<MemberInfo> Members(MethodBase method, byte[] il)
    {
        Type[] ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [];
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (int at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE)
            {
                value = (short)(0xFE00 | il[at++]);
            }

            OpCode code = Codes[value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), ofType, ofMethod)!;
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
