using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Reflection;
using System.Reflection.Emit;

/// <summary>
/// Loaded into the program by scripts/record-methods (DOTNET_STARTUP_HOOKS): notes which methods it compiles while it runs, and writes those that are generic as a
/// profile (.mibc) that the compiler ahead of time takes for a list of what to compile besides. It finds no such method by itself where reflection makes the type.
/// </summary>
internal static class StartupHook
{
    private static CompiledMethods? compiled;

    public static void Initialize()
    {
        compiled = new CompiledMethods();
        AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
        {
            // Events come some time after what they tell.
            Thread.Sleep(2000);
            Write(compiled!.Handles.ToHashSet(), Environment.GetEnvironmentVariable("METHODS_TO")!);
        };
    }

    /// <summary>
    /// The form of a profile: a global method for each assembly, which loads the token of one method after the other, and one that names them with the assemblies
    /// that they need.
    /// </summary>
    private static void Write(HashSet<long> handles, string path)
    {
        PersistedAssemblyBuilder assembly = new(new AssemblyName("Methods"), typeof(object).Assembly);
        ModuleBuilder module = assembly.DefineDynamicModule("Methods");
        ILGenerator names = Global(module, "AssemblyDictionary", out _);
        int written = 0;
        foreach (IGrouping<string, MethodBase> group in handles.Select(MethodOf).OfType<MethodBase>().Where(IsGeneric).Select(WithoutCanon).OfType<MethodBase>()
            .GroupBy(static m => NameOf(m.DeclaringType!)).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            ILGenerator methods = Global(module, "Assemblies_" + group.Key, out MethodBuilder ofGroup);
            foreach (MethodBase method in group.DistinctBy(Text).OrderBy(Text, StringComparer.Ordinal))
            {
                methods.Emit(OpCodes.Ldtoken, method is ConstructorInfo made ? module.GetMethodMetadataToken(made) : module.GetMethodMetadataToken((MethodInfo)method));
                methods.Emit(OpCodes.Pop);
                written++;
            }

            methods.Emit(OpCodes.Ret);
            IEnumerable<string> needed = group.SelectMany(static m => Arguments(m.DeclaringType!).Concat(m.IsGenericMethod ? m.GetGenericArguments().SelectMany(Arguments) : []))
                .Select(NameOf).Distinct().Order(StringComparer.Ordinal).Where(n => n != group.Key);
            names.Emit(OpCodes.Ldstr, string.Concat(needed.Prepend(group.Key).Select(static n => n + ";")));
            names.Emit(OpCodes.Ldtoken, ofGroup);
            names.Emit(OpCodes.Pop);
        }

        names.Emit(OpCodes.Ret);
        module.CreateGlobalFunctions();
        assembly.Save(path);
        Console.Error.WriteLine($"{path}: {written} generic methods of {handles.Count} compiled");
    }

    private static ILGenerator Global(ModuleBuilder module, string name, out MethodBuilder method)
    {
        method = module.DefineGlobalMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), []);
        return method.GetILGenerator();
    }

    private static string Text(MethodBase method) => $"{method.DeclaringType}::{method}";

    private static string NameOf(Type type) => type.Assembly.GetName().Name!;

    private static bool IsGeneric(MethodBase method) => method.DeclaringType is { } type && (type.IsGenericType || method.IsGenericMethod);

    // Only the runtime's own way tells the method of a handle whose type is generic.
    private static MethodBase? MethodOf(long handle)
    {
        const BindingFlags any = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance;
        Type inner = typeof(object).Assembly.GetType("System.RuntimeMethodHandleInternal", throwOnError: true)!;
        ConstructorInfo make = inner.GetConstructors(any).Single(static c => c.GetParameters().Length == 1);
        MethodInfo find = typeof(object).Assembly.GetType("System.RuntimeType")!.GetMethods(any)
            .Single(m => m.Name == "GetMethodBase" && m.GetParameters() is [_, var second] && second.ParameterType == inner);
        return (MethodBase?)find.Invoke(null, [null, make.Invoke([(nint)handle])]);
    }

    /// <summary>The method over object where it is compiled once for all classes; null where a class must be more than that.</summary>
    private static MethodBase? WithoutCanon(MethodBase method)
    {
        try
        {
            Type type = WithoutCanon(method.DeclaringType!);
            MethodBase open = method.IsGenericMethod ? ((MethodInfo)method).GetGenericMethodDefinition() : method;
            MethodBase there = MethodBase.GetMethodFromHandle(open.MethodHandle, type.TypeHandle)!;
            return method.IsGenericMethod ? ((MethodInfo)there).MakeGenericMethod([.. method.GetGenericArguments().Select(WithoutCanon)]) : there;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Type WithoutCanon(Type type) => type.FullName == "System.__Canon" ? typeof(object)
        : type.IsSZArray ? WithoutCanon(type.GetElementType()!).MakeArrayType()
        : type.IsConstructedGenericType ? type.GetGenericTypeDefinition().MakeGenericType([.. type.GetGenericArguments().Select(WithoutCanon)])
        : type;

    private static IEnumerable<Type> Arguments(Type type) =>
        type.HasElementType ? Arguments(type.GetElementType()!) : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Arguments).Prepend(type) : [type];

    /// <summary>Hears of every method that is compiled.</summary>
    private sealed class CompiledMethods : EventListener
    {
        private const EventKeywords Jit = (EventKeywords)0x10;
        private const uint Dynamic = 1, Jitted = 8;

        public ConcurrentQueue<long> Handles { get; } = new();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            {
                EnableEvents(eventSource, EventLevel.Verbose, Jit);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) == true
                && ((uint)eventData.Payload![5]! & (Dynamic | Jitted)) == Jitted)
            {
                Handles?.Enqueue((long)(ulong)eventData.Payload[0]!);
            }
        }
    }
}
