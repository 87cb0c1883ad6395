using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace NewsMiner.Index.Search;

/// <summary>
/// An FTS5 auxiliary function in C# that gathers the postings of an expression: <c>collect_TABLE(TABLE)</c>. On the first hit it walks all
/// hits of each phrase inside FTS5 (<c>xQueryPhrase</c>), without a step of the SQL machine for each. Belongs to one connection and table.
/// </summary>
/// <remarks>Structures as in SQLite's fts5.h (https://sqlite.org/fts5.html#custom_auxiliary_functions). No exception leaves a callback.</remarks>
internal sealed unsafe partial class Fts5Collector : PostingsReader
{
    private const int Ok = 0, NoMemory = 7;

    /// <summary>Hits for which there is room at first.</summary>
    private const int Smallest = 1024;

    private readonly SqliteConnection connection;
    private readonly string table;
    private readonly float[] fieldWeights;
    private GCHandle self;
    private SqliteCommand? byPhrase;
    private SqliteCommand? byRow;
    private SqliteCommand? inRange;
    private MatchArrays? arrays;
    private int[] articles = [];
    private float[] weights = [];
    private int count;
    private bool rowByRow;
    private int failure;
    private readonly List<int> runs = [];

    private Fts5Collector(SqliteConnection connection, SearchTable table)
    {
        this.connection = connection;
        this.table = table.Name;
        fieldWeights = [.. table.Weights];
    }

    /// <summary>Registers the function on an open connection; null where its SQLite does not offer FTS5's interface.</summary>
    public static Fts5Collector? Attach(SqliteConnection connection, SearchTable table)
    {
        var database = connection.Handle?.DangerousGetHandle() ?? 0;
        Api* api = null;
        fixed (byte* sql = "SELECT fts5(?1)\0"u8, type = "fts5_api_ptr\0"u8, name = Encoding.ASCII.GetBytes($"collect_{table.Name}\0"))
        {
            if (sqlite3_prepare_v2(database, sql, -1, out var statement, 0) != Ok) return null;
            var bound = sqlite3_bind_pointer(statement, 1, &api, type, 0);
            if (bound == Ok) _ = sqlite3_step(statement);
            _ = sqlite3_finalize(statement);
            if (bound != Ok || api == null || api->Version < 2) return null;
            var collector = new Fts5Collector(connection, table);
            collector.self = GCHandle.Alloc(collector, GCHandleType.Weak);
            if (api->CreateFunction(api, name, (void*)GCHandle.ToIntPtr(collector.self), &Collect, null) == Ok) return collector;
            collector.Dispose();
            return null;
        }
    }

    public override Postings Read(QueryNode node, MatchArrays arrays)
    {
        // Each hit of NEAR must be looked at by itself.
        Begin(arrays, node is QueryNode.Near);
        if (rowByRow) Run(byRow ??= Prepare($"SELECT 1 FROM {table} WHERE {table} MATCH $match AND collect_{table}({table}) IS NOT NULL"), FtsText.Of(node));
        else Run(byPhrase ??= Prepare($"SELECT collect_{table}({table}) FROM {table} WHERE {table} MATCH $match LIMIT 1"), FtsText.Of(node));
        return Gathered();
    }

    public override Postings Read(QueryNode node, int from, int to, MatchArrays arrays)
    {
        Begin(arrays, eachRow: true);
        inRange ??= Prepare($"SELECT 1 FROM {table} WHERE {table} MATCH $match AND rowid BETWEEN $from AND $to AND collect_{table}({table}) IS NOT NULL", "$from", "$to");
        inRange.Parameters["$from"].Value = from;
        inRange.Parameters["$to"].Value = to;
        Run(inRange, FtsText.Of(node));
        return Gathered();
    }

    public override void Dispose()
    {
        byPhrase?.Dispose();
        byRow?.Dispose();
        inRange?.Dispose();
        if (self.IsAllocated) self.Free();
    }

    private void Begin(MatchArrays arrays, bool eachRow)
    {
        this.arrays = arrays;
        (articles, weights, count) = (arrays.Take<int>(Smallest), arrays.Take<float>(Smallest), 0);
        (failure, rowByRow) = (Ok, eachRow);
        runs.Clear();
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> numbers)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$match", SqliteType.Text);
        foreach (var name in numbers) command.Parameters.Add(name, SqliteType.Integer);
        return command;
    }

    private void Run(SqliteCommand command, string expression)
    {
        command.Parameters["$match"].Value = expression;
        // Prepared commands outlive the transactions they run in.
        command.Transaction = null;
        using (var current = connection.CreateCommand()) command.Transaction = current.Transaction;
        _ = command.ExecuteScalar();
        if (failure != Ok) throw new SqliteException("the postings of the query could not be read", failure);
    }

    private Postings Gathered()
    {
        var gathered = new Postings(articles, weights, count);
        (articles, weights) = ([], []);
        return runs.Count <= 1 ? gathered : Merged(gathered, [.. runs], arrays!);
    }

    /// <summary>Runs of ascending numbers as one: each number once, its weights added.</summary>
    /// <param name="gathered">The runs, one behind the other.</param>
    /// <param name="next">Where each begins.</param>
    /// <param name="arrays">Arrays of the search.</param>
    private static Postings Merged(Postings gathered, int[] next, MatchArrays arrays)
    {
        int[] ends = [.. next.Skip(1), gathered.Count];
        var (numbers, weights, count) = (arrays.Take<int>(gathered.Count), arrays.Take<float>(gathered.Count), 0);
        while (true)
        {
            var lowest = int.MaxValue;
            for (var run = 0; run < next.Length; run++)
            {
                if (next[run] < ends[run]) lowest = Math.Min(lowest, gathered.Numbers[next[run]]);
            }
            if (lowest == int.MaxValue) return new(numbers, weights, count);
            var weight = 0f;
            for (var run = 0; run < next.Length; run++)
            {
                if (next[run] < ends[run] && gathered.Numbers[next[run]] == lowest) weight += gathered.Weights[next[run]++];
            }
            (numbers[count], weights[count++]) = (lowest, weight);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Collect(ExtensionApi* api, void* context, void* result, int valueCount, void** values)
    {
        var handle = (nint)api->UserData(context);
        if (GCHandle.FromIntPtr(handle).Target is not Fts5Collector collector) return;
        var phrases = api->PhraseCount(context);
        if (collector.rowByRow)
        {
            collector.failure = collector.failure == Ok ? collector.Add(api, context, phrases) : collector.failure;
            return;
        }
        for (var phrase = 0; phrase < phrases && collector.failure == Ok; phrase++)
        {
            collector.runs.Add(collector.count);
            var outcome = api->QueryPhrase(context, phrase, (void*)handle, &Visit);
            if (outcome != Ok) collector.failure = outcome;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Visit(ExtensionApi* api, void* context, void* user) =>
        GCHandle.FromIntPtr((nint)user).Target is Fts5Collector collector ? collector.Add(api, context, 1) : NoMemory;

    private int Add(ExtensionApi* api, void* context, int phrases)
    {
        if (count == Math.Min(articles.Length, weights.Length))
        {
            try
            {
                arrays!.Enlarge(ref articles, count * 2);
                arrays.Enlarge(ref weights, count * 2);
            }
            catch (OutOfMemoryException)
            {
                return NoMemory;
            }
        }
        var weight = 0f;
        for (var phrase = 0; phrase < phrases; phrase++)
        {
            PhraseIterator iterator;
            int column, offset;
            var outcome = api->PhraseFirst(context, phrase, &iterator, &column, &offset);
            if (outcome != Ok) return outcome;
            if (column >= 0) weight += Weigh(iterator.At, iterator.End, column);
        }
        articles[count] = (int)api->RowId(context);
        weights[count++] = weight;
        return Ok;
    }

    /// <summary>
    /// Counts a position list without unpacking it: a varint each, 1 announcing another column (fts5_index.c, "position list"). The first
    /// position is already read.
    /// </summary>
    private float Weigh(byte* at, byte* end, int column)
    {
        var weight = fieldWeights[column];
        var total = weight;
        while (at < end)
        {
            if (*at == 1)
            {
                // Fewer than 128 columns: one byte names the column.
                weight = fieldWeights[at[1]];
                at += 2;
            }
            while ((*at++ & 0x80) != 0) { }
            total += weight;
        }
        return total;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Api
    {
        public int Version;
        public void* CreateTokenizer;
        public void* FindTokenizer;
        public delegate* unmanaged[Cdecl]<Api*, byte*, void*, delegate* unmanaged[Cdecl]<ExtensionApi*, void*, void*, int, void**, void>, delegate* unmanaged[Cdecl]<void*, void>, int> CreateFunction;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PhraseIterator
    {
        public byte* At;
        public byte* End;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ExtensionApi
    {
        public int Version;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, void*> UserData;
        public void* ColumnCount, RowCount, ColumnTotalSize, Tokenize;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int> PhraseCount;
        public void* PhraseSize, InstanceCount, Instance;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, long> RowId;
        public void* ColumnText, ColumnSize;
        public delegate* unmanaged[Cdecl]<void*, int, void*, delegate* unmanaged[Cdecl]<ExtensionApi*, void*, void*, int>, int> QueryPhrase;
        public void* SetAuxiliaryData, GetAuxiliaryData;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int, PhraseIterator*, int*, int*, int> PhraseFirst;
    }

    [LibraryImport("e_sqlite3"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)]), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int sqlite3_prepare_v2(nint database, byte* sql, int length, out nint statement, nint tail);

    [LibraryImport("e_sqlite3"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)]), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int sqlite3_bind_pointer(nint statement, int index, void* pointer, byte* type, nint destructor);

    [LibraryImport("e_sqlite3"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)]), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int sqlite3_step(nint statement);

    [LibraryImport("e_sqlite3"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)]), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int sqlite3_finalize(nint statement);
}
